/** Deployed rules as a table for people. */
import { readRule } from "../../core/routing/input/read.ts";
import type { DispatchRule } from "../../core/routing/types.ts";
import type { DeployedRule } from "../../livekit/rules/deployed-rule.ts";
import { plainRule } from "../../core/compare/plain-rule.ts";
import { shorten, visible } from "../../core/text/visible.ts";
import { columnsOfText } from "../terminal/width.ts";

const HEAD = ["ID", "Name", "Kind", "Room", "PIN", "Trunks", "Called numbers", "Calling numbers", "Agents"];
const LONGEST = 40;

/** Columns that no rule fills are left out; a PIN is only said to be there. */
export function ruleTable(rules: readonly DeployedRule[]): string {
  const rows = rules.map((rule) => cells(rule).map((cell) => visible(shorten(cell, LONGEST))));
  const used = HEAD.flatMap((_, column) =>
    column < 2 || rows.some((row) => row[column] !== "") ? [column] : [],
  );
  const table = [HEAD, ...rows].map((row) => used.map((column) => row[column]!));
  const widths = used.map((_, at) => Math.max(...table.map((row) => columnsOfText(row[at]!))));
  return table
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell + " ".repeat(widths[at]! - columnsOfText(cell)))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

function cells({ id, name, text }: DeployedRule): string[] {
  const { value: rule } = readRule(JSON.parse(text));
  const [kind, room, pin] = destination(rule);
  return [
    id,
    name,
    kind,
    room,
    pin ? "yes" : "",
    (rule.trunkIds ?? ["any"]).join(", "),
    (rule.numbers ?? []).join(", "),
    (rule.inboundNumbers ?? []).join(", "),
    agents(text).join(", "),
  ];
}

function destination({ rule = {} }: DispatchRule): [kind: string, room: string, hasPin: boolean] {
  const { dispatchRuleDirect: direct, dispatchRuleIndividual: individual, dispatchRuleCallee: callee } = rule;
  if (direct) return ["direct", direct.roomName ?? "", (direct.pin ?? "") !== ""];
  if (individual) return ["individual", `${individual.roomPrefix ?? ""}…`, (individual.pin ?? "") !== ""];
  if (callee) return ["callee", `${callee.roomPrefix ?? ""}…`, (callee.pin ?? "") !== ""];
  return ["", "", false];
}

function agents(text: string): string[] {
  const config = plainRule(text, "name")?.rule["room_config"] as
    { readonly agents?: readonly { readonly agent_name?: string }[] } | undefined;
  return (config?.agents ?? []).map(({ agent_name: name = "" }) => name);
}
