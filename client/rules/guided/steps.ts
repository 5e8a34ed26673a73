/** The questions of the guided flow, in their order, and what each can be. Imports no editor. */
import type { DispatchRule } from "../../../core/routing/types.ts";
import type { DeployedTrunk } from "../../../livekit/trunk-service.ts";

/** What the flow knows beside what it is told. */
export interface GuidedKnowledge {
  /** Of the project; `undefined`: not known, or there is no project. */
  readonly trunks: readonly DeployedTrunk[] | undefined;
  /** Deployed in the project; absent: not known. */
  readonly rules?: readonly DispatchRule[];
  /** Found in the workspace's code. */
  readonly agentNames: readonly string[];
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
}

export const STEPS = ["kind", "room", "pin", "trunks", "numbers", "agent", "hide", "name", "end"] as const;
export type Step = (typeof STEPS)[number];

/** What is asked at a step. `choices` of a text are offers: anything else can be typed. */
export type Question =
  | {
      readonly sort: "one";
      readonly prompt: string;
      readonly choices: readonly Choice[];
      readonly chosen: string;
    }
  | {
      readonly sort: "several";
      readonly prompt: string;
      readonly choices: readonly Choice[];
      readonly chosen: readonly string[];
    }
  | {
      readonly sort: "text";
      readonly prompt: string;
      readonly placeholder: string;
      readonly value: string;
      readonly choices?: readonly Choice[];
    };

export const ENDINGS = ["create", "save", "both"] as const;
export type Ending = (typeof ENDINGS)[number];

export const STEP_TITLES: Readonly<Record<Step, string>> = {
  kind: "Where do calls go?",
  room: "Room",
  pin: "PIN",
  trunks: "Trunks",
  numbers: "Called numbers",
  agent: "Agent",
  hide: "The caller's number",
  name: "Name of the rule",
  end: "Finish",
};
