/** What LiveKit would do with a call, by the rules and trunks that are deployed: asked for, computed here, told on a page. */
import * as vscode from "vscode";
import { incomingCall } from "../../core/routing/input/read.ts";
import { latest } from "../deployed/load.ts";
import { pictureOf, type DeployedPicture } from "../deployed/rule-picture.ts";
import { calledOn } from "../explorer/choose.ts";
import { simulationWords, type SimulationWords } from "../explorer/simulation-words.ts";
import {
  isProjectTarget,
  isRuleTarget,
  isTrunkTarget,
  type ProjectTarget,
  type RuleTarget,
  type TrunkTarget,
} from "../explorer/targets.ts";
import { showFailure } from "../live/show-failure.ts";
import { withCancel } from "../live/with-cancel.ts";
import { SHOW_IN_EXPLORER } from "../live/buttons.ts";
import { messageText } from "../live/safe-text.ts";
import { defineCommand, type Services } from "./command.ts";

const TITLE = "Simulate a call";

export const simulateCall = defineCommand({
  id: "livekitDispatch.simulateCall",

  async run(services, argument, selection) {
    const about = isNode(argument) ? argument : calledOn(services, argument, selection)[0];
    const picture = await read(services, about);
    if (!picture) return;
    const samples = samplesFor(about, picture.picture);
    const to = await ask("The number that is called, as the carrier sends it", samples.to, "+15105550100");
    if (to === undefined) return;
    const from = await ask("The number of the caller, as the carrier sends it", samples.from, "+15105550123");
    if (from === undefined) return;
    const asked = isRuleTarget(about) ? about.ruleId : undefined;
    const outcome = (pin: string): SimulationWords =>
      simulationWords(picture.picture, {
        call: incomingCall({ to, from, pin }),
        project: picture.projectName,
        asked,
      });
    let words = outcome("");
    if (words.isPinAsked) {
      const pin = await ask(`${words.headline} What is entered? Empty for nothing`, "", "12345");
      if (pin === undefined) return;
      words = outcome(pin);
    }
    await services.simulatedCalls.show(words.document);
    // The page stands there meanwhile, whether or not anybody answers.
    void tell(services, picture.projectId, words);
  },
});

function isNode(about: unknown): about is RuleTarget | TrunkTarget | ProjectTarget {
  return isRuleTarget(about) || isTrunkTarget(about) || isProjectTarget(about);
}

async function read(
  services: Services,
  about: unknown,
): Promise<
  { readonly projectId: string; readonly projectName: string; readonly picture: DeployedPicture } | undefined
> {
  const { projects, deployed, output } = services;
  const project = isNode(about) ? await projects.connect(about.projectId) : await projects.active();
  if (!project) {
    await services.rules.outcomes.noProject(services.projects.problem);
    return undefined;
  }
  const { entry } = project;
  const load = await withCancel(`Reading project ${messageText(entry.name)}…`, (signal) =>
    deployed.load(entry.id, signal),
  );
  if (load.kind === "failed") void showFailure(load.failure, entry, output);
  const state = latest(load);
  return state && { projectId: entry.id, projectName: entry.name, picture: pictureOf(state) };
}

/** Numbers that the rule or trunk is for. */
function samplesFor(about: unknown, { rulesById, trunks }: DeployedPicture): { to: string; from: string } {
  const rule = isRuleTarget(about) ? rulesById.get(about.ruleId)?.rule : undefined;
  const trunkId = isTrunkTarget(about) ? about.trunkId : rule?.trunkIds?.[0];
  const trunk = trunkId === undefined ? undefined : trunks.get(trunkId)?.trunk;
  return {
    to: rule?.numbers?.[0] ?? trunk?.numbers?.[0] ?? "",
    from: rule?.inboundNumbers?.[0] ?? trunk?.allowedNumbers?.[0] ?? "",
  };
}

function ask(prompt: string, value: string, placeHolder: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: TITLE,
    prompt: messageText(prompt, 600),
    value,
    placeHolder,
    ignoreFocusOut: true,
  });
}

async function tell(
  { explorer }: Services,
  projectId: string,
  { headline, ruleId }: SimulationWords,
): Promise<void> {
  const buttons = ruleId === undefined ? [] : [SHOW_IN_EXPLORER];
  const answer = await vscode.window.showInformationMessage(messageText(headline, 600), ...buttons);
  if (answer === SHOW_IN_EXPLORER && ruleId !== undefined)
    await explorer.reveal({ kind: "rule", projectId, ruleId, name: "" });
}
