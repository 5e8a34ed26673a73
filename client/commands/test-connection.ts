/** Asks a project for its rules and trunks, and says what came back. */
import * as vscode from "vscode";
import { explainWarning } from "../../livekit/words/warning.ts";
import { chooseProjectFor } from "../explorer/choose.ts";
import { showFailure } from "../live/show-failure.ts";
import { withCancel } from "../live/with-cancel.ts";
import type { ProjectEntry } from "../projects/project-entry.ts";
import { messageText } from "../live/safe-text.ts";
import { count } from "../rules/words.ts";
import { defineCommand, type Services } from "./command.ts";

export const testConnection = defineCommand({
  id: "livekitDispatch.testConnection",

  async run(services, argument) {
    const entry = await chooseProjectFor(services, argument, "Test the connection");
    if (entry) await test(services, entry);
  },
});

async function test(services: Services, entry: ProjectEntry): Promise<void> {
  const { deployed, projects, output } = services;
  const name = messageText(entry.name);
  const title = `Asking project ${name} (${messageText(entry.host)})…`;
  const { load, isCancelled } = await withCancel(title, async (signal) => ({
    load: await deployed.refresh(entry.id, signal),
    isCancelled: signal.aborted,
  }));
  if (isCancelled) return;
  if (load.kind === "failed") {
    void showFailure(load.failure, entry, output, () => test(services, entry));
    return;
  }
  if (load.kind !== "ready") {
    void vscode.window.showWarningMessage(`Project "${name}" is no longer there.`);
    return;
  }
  const { rules, trunks } = load.value;
  const client = (await projects.connect(entry.id))?.client;
  const warnings = client?.warnings.map((warning) => explainWarning(warning, client.target)) ?? [];
  const text = `Project "${name}" (${messageText(entry.host)}) answers: ${count(rules.length, "dispatch rule")}, ${count(trunks.length, "inbound trunk")}.`;
  output.info(text);
  if (warnings.length > 0)
    void vscode.window.showWarningMessage(messageText([text, ...warnings].join(" "), 1200));
  else void vscode.window.showInformationMessage(text);
}
