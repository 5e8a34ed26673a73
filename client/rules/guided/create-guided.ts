/** Create Dispatch Rule from nothing: the questions, the file, the request. */
import * as vscode from "vscode";
import type { DeployedTrunk } from "../../../livekit/trunk-service.ts";
import { withCancel } from "../../live/with-cancel.ts";
import type { Connected } from "../flows/person.ts";
import type { RuleFlows } from "../rule-flows.ts";
import { saveNewFile, showUntitled } from "../new-file.ts";
import { messageText } from "../../live/safe-text.ts";
import { ask } from "./ask.ts";
import { DraftDocument } from "./draft-document.ts";
import { draftText } from "./draft.ts";
import { GuidedFlow } from "./guided-flow.ts";

/**
 * @param project `undefined`: there is none, and the rule can only become a file
 * @param agentNames of agents that the workspace's code registers
 */
export async function createGuided(
  flows: RuleFlows,
  project: Connected | undefined,
  agentNames: readonly string[],
): Promise<void> {
  const trunks = project && (await trunksOf(project, flows));
  const flow = new GuidedFlow({ trunks: project ? (trunks ?? []) : undefined, agentNames });
  const draft = await DraftDocument.open(draftText(flow.draft));
  let isAnswered = false;
  try {
    isAnswered = await askAll(flow, draft);
  } finally {
    await draft.close();
    draft.dispose();
  }
  if (isAnswered) await finish(flow, flows, project);
  else void vscode.window.setStatusBarMessage("Nothing was created.", 5000);
}

/** @returns whether all questions were answered */
async function askAll(flow: GuidedFlow, draft: DraftDocument): Promise<boolean> {
  while (flow.ending === undefined) {
    const answer = await ask(flow, (json) => draft.show(json));
    if (answer.kind === "cancel") return false;
    if (answer.kind === "back") flow.back(answer.value);
    else flow.answer(answer.value);
  }
  return true;
}

async function finish(flow: GuidedFlow, flows: RuleFlows, project: Connected | undefined): Promise<void> {
  const text = draftText(flow.draft);
  const isSaved = flow.ending !== "create" && (await saveNewFile(text, flow.draft.name));
  if (flow.ending === "save" || !project) return;
  const created = await flows.create({ text }, project);
  // What was answered must not be lost because LiveKit refuses it.
  if (!created && !isSaved) await showUntitled(text);
}

/** To choose from; without an answer the trunks are typed into the file later. */
async function trunksOf(
  { client }: Connected,
  flows: RuleFlows,
): Promise<readonly DeployedTrunk[] | undefined> {
  const title = `Reading the trunks of ${messageText(client.target.project)}…`;
  const outcome = await withCancel(title, (signal) => client.inboundTrunks.list({ signal }));
  if (outcome.ok) return outcome.value;
  flows.outcomes.note(outcome.failure, client);
  return undefined;
}
