/** The guided flow as a state: which question is asked, what is known, back and forth. Imports no editor. */
import { EMPTY_DRAFT, type Draft } from "./draft.ts";
import { answered, objection } from "./answers.ts";
import { notice, sameCalls } from "./notices.ts";
import { listTitle, questionAt } from "./questions.ts";
import { ENDINGS, STEPS, type Ending, type GuidedKnowledge, type Question, type Step } from "./steps.ts";

export class GuidedFlow {
  #at = 0;
  #draft: Draft;
  #ending: Ending | undefined;

  constructor(
    readonly known: GuidedKnowledge,
    draft: Draft = EMPTY_DRAFT,
    step: Step = "kind",
  ) {
    this.#draft = draft;
    // One that is not asked here leaves its place to the next.
    this.#at = this.#steps.findIndex((each) => STEPS.indexOf(each) >= STEPS.indexOf(step));
  }

  get draft(): Draft {
    return this.#draft;
  }

  /** What the last question was answered with; `undefined` while the flow goes on. */
  get ending(): Ending | undefined {
    return this.#ending;
  }

  get step(): Step {
    return this.#steps[this.#at]!;
  }

  /** From 1. */
  get number(): number {
    return this.#at + 1;
  }

  get total(): number {
    return this.#steps.length;
  }

  get canGoBack(): boolean {
    return this.#at > 0;
  }

  get question(): Question {
    return questionAt(this.step, this.#draft, this.known);
  }

  /** Why an answer cannot be taken; `undefined` where it can. */
  objection(answer: string): string | undefined {
    return objection(this.step, answer, this.#draft);
  }

  /** What should be known of an answer that can be taken, in a sentence. */
  notice(answer: string | readonly string[]): string | undefined {
    return notice(this.step, answer, this.preview(answer), this.known.rules);
  }

  /** What stands above a list of answers, with one of them. */
  listTitle(answer: string | readonly string[]): string {
    const draft = this.preview(answer);
    const rules = this.step === "trunks" || this.step === "end" ? this.known.rules : undefined;
    return listTitle(this.step, draft, rules && sameCalls(draft, rules));
  }

  /** The draft as it would be with this answer; of a refused one as it is. */
  preview(answer: string | readonly string[]): Draft {
    const isRefused = typeof answer === "string" && this.objection(answer) !== undefined;
    return isRefused ? this.#draft : answered(this.step, answer, this.#draft);
  }

  /** Goes on to the next question, or says in a sentence why not. */
  answer(answer: string | readonly string[]): string | undefined {
    if (typeof answer === "string") {
      const why = this.objection(answer);
      if (why !== undefined) return why;
    }
    if (this.step === "end") {
      this.#ending = ENDINGS.find((ending) => ending === answer);
      return this.#ending ? undefined : "Choose one of these.";
    }
    this.#draft = answered(this.step, answer, this.#draft);
    this.#at++;
    return undefined;
  }

  /** The earlier question, with its answer in it. @param answer what stands in the field: it is kept */
  back(answer?: string | readonly string[]): void {
    if (answer !== undefined) this.#draft = this.preview(answer);
    this.#ending = undefined;
    if (this.canGoBack) this.#at--;
  }

  /** Keeps what stands in the field. */
  leave(answer: string | readonly string[]): void {
    this.#draft = this.preview(answer);
  }

  /** Without trunks there is nothing to choose from, and numbers tell calls apart. */
  get #steps(): readonly Step[] {
    const hasTrunks = (this.known.trunks?.length ?? 0) > 0 || this.#draft.trunkIds.length > 0;
    return hasTrunks ? STEPS : STEPS.filter((step) => step !== "trunks");
  }
}
