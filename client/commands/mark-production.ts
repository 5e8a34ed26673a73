/** Marks a project as production: it is shown in another color, and every change asks for its name. */
import * as vscode from "vscode";
import { chooseProjectFor } from "../explorer/choose.ts";
import { messageText } from "../live/safe-text.ts";
import { defineCommand, type Services } from "./command.ts";

export const markProduction = defineCommand({
  id: "livekitDispatch.markProduction",
  run: (services, argument) => mark(services, argument, true),
});

export const unmarkProduction = defineCommand({
  id: "livekitDispatch.unmarkProduction",
  run: (services, argument) => mark(services, argument, false),
});

async function mark(services: Services, argument: unknown, isProduction: boolean): Promise<void> {
  const title = isProduction ? "Mark a project as production" : "Take the mark of production away";
  const entry = await chooseProjectFor(
    services,
    argument,
    title,
    (each) => !each.isDemo && each.isProduction !== isProduction,
  );
  if (!entry) return;
  if (entry.isDemo) {
    void vscode.window.showInformationMessage(
      "The demo project cannot be production: nothing in it is real.",
    );
    return;
  }
  await services.projects.markProduction(entry.id, isProduction);
  const name = messageText(entry.name);
  void vscode.window.showInformationMessage(
    isProduction
      ? `Project "${name}" is production: every change on ${messageText(entry.host)} asks for its name first.`
      : `Project "${name}" is no longer production.`,
  );
}
