/** What was answered in a guided flow that was left: kept until the window closes, as a PIN may be in it. Imports no editor. */
import { draftText, EMPTY_DRAFT, type Draft } from "./draft.ts";
import type { Step } from "./steps.ts";

export interface Unfinished {
  readonly draft: Draft;
  /** The question that was left. */
  readonly step: Step;
}

export class KeptAnswers {
  #last: (Unfinished & { readonly projectId: string | undefined }) | undefined;

  /**
   * @param projectId `undefined`: there was no project
   * @returns whether there was anything to keep
   */
  keep({ draft, step }: Unfinished, projectId: string | undefined): boolean {
    if (step === "kind" && draftText(draft) === draftText(EMPTY_DRAFT)) return false;
    this.#last = { draft, step, projectId };
    return true;
  }

  /** Trunks are of one project: in another one they are asked for anew. */
  for(projectId: string | undefined): Unfinished | undefined {
    if (!this.#last) return undefined;
    const { draft, step, projectId: own } = this.#last;
    return { step, draft: own === projectId ? draft : { ...draft, trunkIds: [] } };
  }

  forget(): void {
    this.#last = undefined;
  }
}
