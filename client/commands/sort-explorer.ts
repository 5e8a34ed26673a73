/** In which order the explorer shows rules. */
import * as vscode from "vscode";
import { ORDER_WORDS, RULE_ORDERS } from "../explorer/model/order.ts";
import { defineCommand } from "./command.ts";

export const sortExplorer = defineCommand({
  id: "livekitDispatch.sortExplorer",

  async run({ explorer }) {
    const items = RULE_ORDERS.map((order) => ({
      label: ORDER_WORDS[order].label,
      detail: ORDER_WORDS[order].detail,
      ...(order === explorer.state.order && { description: "now" }),
      order,
    }));
    const chosen = await vscode.window.showQuickPick(items, { title: "Order of the dispatch rules" });
    if (chosen) await explorer.state.setOrder(chosen.order);
  },
});
