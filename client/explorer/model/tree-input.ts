/** Everything that the explorer's tree is made of. Imports no editor. */
import type { DeployedState, Load } from "../../deployed/load.ts";
import type { LiveCalls } from "../../live/live-call.ts";
import type { ProjectEntry } from "../../projects/project-entry.ts";
import type { RuleOrder } from "./order.ts";
import type { Pages } from "./pages.ts";

export interface ActiveWords {
  readonly id: string;
  /** Half a sentence. */
  readonly why: string;
  readonly lkNote?: string | undefined;
  readonly warnings: readonly string[];
}

export interface TreeInput {
  readonly projects: readonly ProjectEntry[];
  readonly active: ActiveWords | undefined;
  /** Why none is, in sentences. */
  readonly problem: string | undefined;
  readonly deployed: (projectId: string) => Load<DeployedState>;
  readonly calls: (projectId: string, ruleId: string) => Load<LiveCalls>;
  /** Words that a rule has to have; empty for all rules. */
  readonly filter: string;
  readonly order: RuleOrder;
  readonly pages: Pages;
}
