/** Create Dispatch Rule from nothing: the questions, the file, the request. */
import * as vscode from "vscode";
import { readDeployed } from "../../../livekit/rules/beside-deployed.ts";
import { withCancel } from "../../live/with-cancel.ts";
import type { Connected } from "../flows/person.ts";
import type { RuleFlows } from "../rule-flows.ts";
import { saveNewFile, showUntitled } from "../new-file.ts";
import { messageText } from "../../live/safe-text.ts";
import { ask } from "./ask.ts";
import { DraftDocument } from "./draft-document.ts";
import { draftRoom, draftText } from "./draft.ts";
import { finish } from "./finish.ts";
import { GuidedFlow } from "./guided-flow.ts";
import type { Unfinished } from "./kept-answers.ts";
import { STEP_TITLES, type GuidedKnowledge } from "./steps.ts";

const LEFT = "Nothing was created. Your answers are kept: Create Dispatch Rule goes on with them.";

/**
 * @param project `undefined`: there is none, and the rule can only become a file
 * @param agentNames of agents that the workspace's code registers
 */
export async function createGuided(
  flows: RuleFlows,
  project: Connected | undefined,
  agentNames: readonly string[],
): Promise<void> {
  const begin = await chooseBeginning(flows.kept.for(project?.entry.id));
  if (begin === undefined) return;
  const known = project ? await knowledgeOf(project, flows) : { trunks: undefined };
  const flow = new GuidedFlow({ ...known, agentNames }, begin.draft, begin.step);
  const draft = await DraftDocument.open(draftText(flow.draft));
  let isAnswered = false;
  try {
    isAnswered = await askAll(flow, draft);
  } finally {
    await draft.close();
    draft.dispose();
  }
  const isKept = flows.kept.keep(flow, project?.entry.id);
  if (isAnswered) await end(flow, flows, project);
  else void vscode.window.setStatusBarMessage(isKept ? LEFT : "Nothing was created.", 10_000);
}

/** @returns with what the questions begin; `undefined` where they shall not */
async function chooseBeginning(unfinished: Unfinished | undefined): Promise<Partial<Unfinished> | undefined> {
  if (!unfinished) return {};
  const { draft, step } = unfinished;
  const room = draftRoom(draft);
  const items = [
    {
      label: "Go On with Your Last Answers",
      detail: `At the question "${STEP_TITLES[step]}"${room === "" ? "" : `; room ${messageText(room, 80)}`}`,
      begin: unfinished,
    },
    { label: "Start Anew", detail: "Those answers are thrown away.", begin: {} },
  ];
  const title = "Create Dispatch Rule: it was left before it was finished";
  return (await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true }))?.begin;
}

/** @returns whether all questions were answered */
async function askAll(flow: GuidedFlow, draft: DraftDocument): Promise<boolean> {
  while (flow.ending === undefined) {
    const answer = await ask(flow, (json) => draft.show(json));
    if (answer.kind === "cancel") {
      flow.leave(answer.value);
      return false;
    }
    if (answer.kind === "back") flow.back(answer.value);
    else flow.answer(answer.value);
  }
  return true;
}

async function end(flow: GuidedFlow, flows: RuleFlows, project: Connected | undefined): Promise<void> {
  const text = draftText(flow.draft);
  let saved = "";
  const how = await finish(flow.ending ?? "save", {
    save: async () => (saved = await saveNewFile(text, flow.draft.name)),
    ...(project && { create: async () => (await flows.create({ text }, project)) !== undefined }),
    show: () => showUntitled(text),
  });
  if (how === "done") flows.kept.forget();
  else if (saved === "left")
    void vscode.window.showInformationMessage(
      "No file was written and nothing was created. The rule is in a new editor, unsaved.",
    );
}

/** To choose from, and to be held against; without an answer the trunks are typed into the file later. */
async function knowledgeOf(
  { client }: Connected,
  flows: RuleFlows,
): Promise<Pick<GuidedKnowledge, "trunks" | "rules">> {
  const title = `Reading the rules and trunks of ${messageText(client.target.project)}…`;
  const [trunks, rules] = await withCancel(title, (signal) =>
    Promise.all([client.inboundTrunks.list({ signal }), client.rules.list({}, { signal })]),
  );
  if (!trunks.ok) flows.outcomes.note(trunks.failure, client);
  return { trunks: trunks.ok ? trunks.value : [], ...(rules.ok && { rules: readDeployed(rules.value) }) };
}
