/**
 * Problems of a document that is being typed. A long list of rules is checked rule by rule: an edit inside one
 * rule has only that rule looked at again. The answer is always that of `checkDocument` on the whole text.
 */
import { checkDocument, type Levels } from "./check-document.ts";
import { readRuleDocument, type RuleDocument } from "./document.ts";
import type { Fix, LiveKitSays, Problem, RelatedPlace, Severity } from "./problem.ts";
import type { Target } from "./rules/targets.ts";

/** Shorter lists are checked whole: it is quicker. */
const FEWEST_RULES = 8;
const BEFORE_ITEM = '{"items":[';
const BEHIND_ITEM = "]}";

interface Item {
  /** Offset of the rule's `{`. */
  start: number;
  length: number;
  /** Places counted from the rule's start. */
  problems: readonly Problem[];
}

export class CheckSession {
  private items: Item[] | undefined;
  /** Problems of the list that are no single rule's. */
  private others: readonly Problem[] = [];
  private whole: { document: RuleDocument; problems: readonly Problem[] } | undefined;
  private current: readonly Problem[];
  /** What the last look took in. */
  lastLook: "the whole" | "one rule" = "the whole";

  constructor(
    private text: string,
    private readonly target: Target = "auto",
    private readonly levels: Levels = {},
  ) {
    this.current = this.checkWhole();
  }

  /** The document as it is now, read when somebody asks. */
  get document(): RuleDocument {
    return this.readWhole().document;
  }

  get problems(): readonly Problem[] {
    return this.current;
  }

  /**
   * Takes `deleteCount` UTF-16 units at `offset` out of the text and puts `insertText` there.
   * @returns the problems of the text as it is then
   */
  edit(offset: number, deleteCount: number, insertText: string): readonly Problem[] {
    const end = offset + deleteCount;
    this.text = this.text.slice(0, offset) + insertText + this.text.slice(end);
    this.whole = undefined;
    const problems = this.editItem(offset, end, insertText.length - deleteCount);
    this.lastLook = problems ? "one rule" : "the whole";
    this.current = problems ?? this.checkWhole();
    return this.current;
  }

  private checkWhole(): readonly Problem[] {
    const { document, problems } = this.readWhole();
    this.items = document.form === "list" ? this.splitByItem(document, problems) : undefined;
    return problems;
  }

  private readWhole(): { document: RuleDocument; problems: readonly Problem[] } {
    if (!this.whole) {
      const document = readRuleDocument(this.text, this.target);
      this.whole = { document, problems: checkDocument(document, this.levels) };
    }
    return this.whole;
  }

  private splitByItem({ tree, rules }: RuleDocument, problems: readonly Problem[]): Item[] | undefined {
    if (rules.length < FEWEST_RULES || tree.problems.length > 0 || this.target !== "auto") return undefined;
    const items = rules.map(({ node }): Item => {
      const start = tree.start(node);
      return { start, length: tree.end(node) - start, problems: [] };
    });
    const others: Problem[] = [];
    for (const problem of problems) {
      const item = items[lastBefore(items, problem.start)];
      if (!item || problem.end > item.start + item.length) others.push(problem);
      else (item.problems as Problem[]).push(new MovedProblem(problem, by(-item.start), this));
    }
    this.others = others.map((problem) => new MovedProblem(problem, by(0), this));
    return items;
  }

  /** Checks only the rule that an edit stands in, if there is one and it stays one. */
  private editItem(start: number, end: number, growth: number): readonly Problem[] | undefined {
    const { items } = this;
    if (!items) return undefined;
    const index = lastBefore(items, start);
    const item = items[index];
    if (!item || start <= item.start || end >= item.start + item.length) return undefined;
    const text = BEFORE_ITEM + this.text.slice(item.start, item.start + item.length + growth) + BEHIND_ITEM;
    const document = readRuleDocument(text, this.target);
    // The edit may have broken the text or ended the rule early: then the whole document is another one.
    if (document.form !== "list" || document.tree.problems.length > 0) return undefined;
    const [rule, ...more] = document.rules;
    const isWhole = rule && document.tree.end(rule.node) === text.length - BEHIND_ITEM.length;
    if (!isWhole || more.length > 0) return undefined;
    item.length += growth;
    item.problems = checkDocument(document, this.levels)
      .filter(
        (problem) => problem.start >= BEFORE_ITEM.length && problem.end <= text.length - BEHIND_ITEM.length,
      )
      .map((problem) => new MovedProblem(problem, by(-BEFORE_ITEM.length), this));
    for (let behind = index + 1; behind < items.length; behind++) items[behind]!.start += growth;
    return this.gather(items, item.start, growth);
  }

  private gather(items: readonly Item[], editedAt: number, growth: number): readonly Problem[] {
    const move = (offset: number): number => (offset > editedAt ? offset + growth : offset);
    this.others = this.others.map((problem) => new MovedProblem(problem, move, this));
    const problems = [...this.others];
    for (const item of items)
      for (const problem of item.problems) problems.push(new MovedProblem(problem, by(item.start), this));
    return problems.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  /** The fixes of a problem in the text as it is now. */
  fixesOf({ code, start, end }: Problem): readonly Fix[] {
    const same = this.readWhole().problems.find((problem) => {
      return problem.code === code && problem.start === start && problem.end === end;
    });
    return same?.fixes ?? [];
  }
}

const by =
  (distance: number) =>
  (offset: number): number =>
    offset + distance;

/** Index of the last item that starts at or before an offset, or -1. */
function lastBefore(items: readonly Item[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A problem found in one text at its place in another. */
class MovedProblem implements Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly livekit: LiveKitSays | undefined;
  readonly tags: Problem["tags"];
  readonly related: readonly RelatedPlace[];
  readonly start: number;
  readonly end: number;

  constructor(
    problem: Problem,
    move: (offset: number) => number,
    private readonly session: CheckSession,
  ) {
    this.code = problem.code;
    this.severity = problem.severity;
    this.message = problem.message;
    this.livekit = problem.livekit;
    this.tags = problem.tags;
    this.start = move(problem.start);
    this.end = move(problem.end);
    this.related =
      problem.related.length === 0
        ? problem.related
        : problem.related.map((place) => ({ ...place, start: move(place.start), end: move(place.end) }));
  }

  get fixes(): readonly Fix[] {
    return this.session.fixesOf(this);
  }
}
