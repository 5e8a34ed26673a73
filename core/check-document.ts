/**
 * Everything that is wrong with a document, in document order: LiveKit's verdict in the words of the checks,
 * and what the checks find besides.
 */
import {
  checkNamed,
  checksForDecoded,
  checksForRefusal,
  checksForFile,
  ruleChecks,
} from "./check-registry.ts";
import type { Check, Finding, Report } from "./check.ts";
import type { RuleDocument } from "./document.ts";
import { checksForField } from "./field-checks.ts";
import { Kind, Layout, type Node } from "./json/tree.ts";
import type { Fix, Level, LiveKitSays, Problem, Range, RelatedPlace, Severity } from "./problem.ts";
import type { DecodeProblem } from "./protocol/decode-problem.ts";
import { decodeText, syntaxText } from "./protocol/livekit-text.ts";
import { fieldById } from "./protocol/schema.ts";
import type { Refusal } from "./protocol/refusal.ts";
import { FAULTLESS, ignoresUnknown, MALFORMED, type Verdict } from "./protocol/verdict.ts";
import type { Plan } from "./rules/targets.ts";

/** Severities that a user set, by code. */
export type Levels = Readonly<Record<string, Level>>;

const NO_LEVELS: Levels = {};

/** @param levels severities that differ from the checks' own, or `off` */
export function checkDocument(document: RuleDocument, levels: Levels = NO_LEVELS): Problem[] {
  const collector = new Collector(document, levels);
  if (document.verdict && document.plan) collector.verdict(document.verdict, document.plan);
  collector.checks();
  const { problems = [] } = collector;
  if (problems.length > 1) problems.sort((a, b) => a.start - b.start || a.end - b.end);
  return problems;
}

class Collector {
  problems: Problem[] | undefined;
  private check: Check | undefined;

  constructor(
    private readonly document: RuleDocument,
    private readonly levels: Levels,
  ) {}

  verdict(verdict: Verdict, plan: Plan): void {
    if (verdict !== FAULTLESS) this.refused(verdict, plan);
    const { document } = this;
    for (const problem of document.unreached)
      this.decoded(problem, undefined, !(ignoresUnknown(plan.reader) && problem.isIgnoredByApi));
    let isFirst = verdict.ok;
    for (const refusal of document.serverRefusals) {
      this.refusal(refusal, { by: "server", text: refusal.text, isFirst });
      isFirst = false;
    }
  }

  private refused(verdict: Verdict, plan: Plan): void {
    const { document } = this;
    const { tree } = document;
    const isApi = ignoresUnknown(plan.reader);
    for (const problem of verdict.syntax) {
      const check = checkNamed(problem.kind);
      if (!check?.syntax) continue;
      const text = isApi ? MALFORMED : syntaxText(tree, problem);
      const { start, end } = problem;
      this.add(check, start, end, check.syntax(problem, document), this.says(problem, text, plan));
    }
    for (const problem of verdict.decoded) {
      const isRefused = !(isApi && problem.isIgnoredByApi);
      const text = isApi ? MALFORMED : decodeText(tree, problem);
      this.decoded(problem, isRefused ? this.says(problem, text, plan) : undefined, isRefused);
    }
    for (const refusal of verdict.refusals) this.refusal(refusal, this.says(refusal, refusal.text, plan));
  }

  checks(): void {
    const { document, report } = this;
    for (const check of checksForFile(document.form)) {
      this.check = check;
      check.checkFile?.(document, report);
    }
    if (!document.plan) return;
    const { tree } = document;
    const { nodes } = tree;
    const { length } = nodes;
    for (let at = 0; at < length; at += Layout.Stride) {
      if ((nodes[at]! & Layout.KindBits) !== Kind.Key) continue;
      const checks = checksForField(tree, at);
      if (checks !== undefined) this.field(at, checks);
    }
    if (ruleChecks.length === 0) return;
    for (const rule of document.rules)
      for (const check of ruleChecks) {
        this.check = check;
        check.check?.(rule, report, document);
      }
  }

  private field(at: number, checks: readonly Check[]): void {
    const { document, report } = this;
    const key = at / Layout.Stride;
    const field = fieldById(document.tree.nodes[at + 3]!);
    if (!field) return;
    const member = { field, key, value: key + 1 };
    for (const check of checks) {
      this.check = check;
      check.checkField?.(member, report, document);
    }
  }

  private readonly report: Report = (place: Node | Range, finding: Finding | string) => {
    if (!this.check) return;
    const said = typeof finding === "string" ? { message: finding } : finding;
    if (typeof place === "number") this.atNode(this.check, place, said, undefined);
    else this.add(this.check, place.start, place.end, said, undefined);
  };

  private says(problem: unknown, text: string, plan: Plan): LiveKitSays | undefined {
    // A list is an answer: nobody sends it, so nobody refuses it.
    if (plan.reader === "list") return undefined;
    return { by: plan.by, text, isFirst: problem === this.document.verdict?.first };
  }

  private decoded(problem: DecodeProblem, livekit: LiveKitSays | undefined, isError: boolean): void {
    for (const check of checksForDecoded(problem.kind)) {
      const finding = check.decoded?.(problem, this.document);
      if (!finding) continue;
      this.atNode(check, problem.node, finding, livekit, isError);
      return;
    }
  }

  private refusal(refusal: Refusal, livekit: LiveKitSays | undefined): void {
    for (const check of checksForRefusal(refusal.kind)) {
      const finding = check.refused?.(refusal, this.document);
      if (!finding) continue;
      this.atNode(check, refusal.node, finding, livekit);
      return;
    }
  }

  /** What the user set; mostly nothing at all. */
  private levelOf({ code }: Check): Level | undefined {
    return this.levels === NO_LEVELS ? undefined : this.levels[code];
  }

  private atNode(
    check: Check,
    node: Node,
    finding: Finding,
    livekit: LiveKitSays | undefined,
    isError?: boolean,
  ): void {
    const { nodes } = this.document.tree;
    this.add(
      check,
      nodes[node * Layout.Stride + 1]!,
      nodes[node * Layout.Stride + 2]!,
      finding,
      livekit,
      isError,
    );
  }

  private add(
    check: Check,
    start: number,
    end: number,
    finding: Finding,
    livekit: LiveKitSays | undefined,
    isError = livekit !== undefined,
  ): void {
    const level = this.levelOf(check) ?? (isError ? "error" : (finding.severity ?? check.severity));
    if (level === "off") return;
    const problem = new FoundProblem(check.code, level, finding, start, end, livekit);
    // Most files have one at most; a list that grows makes room for many more.
    if (this.problems === undefined) this.problems = [problem];
    else this.problems.push(problem);
  }
}

const NO_FIXES: readonly Fix[] = [];
const NO_PLACES: readonly RelatedPlace[] = [];
const NO_TAGS: Problem["tags"] = [];

/** A problem whose fixes are made when somebody asks for them. */
export class FoundProblem implements Problem {
  readonly start: number;
  readonly end: number;
  private made: readonly Fix[] | undefined;

  constructor(
    readonly code: string,
    readonly severity: Severity,
    private readonly finding: Finding,
    start: number,
    end: number,
    readonly livekit: LiveKitSays | undefined,
  ) {
    const { range } = finding;
    this.start = range ? range.start : start;
    this.end = range ? range.end : end;
  }

  get message(): string {
    return this.finding.message;
  }

  get related(): readonly RelatedPlace[] {
    return this.finding.related ?? NO_PLACES;
  }

  get tags(): Problem["tags"] {
    return this.finding.tags ?? NO_TAGS;
  }

  get fixes(): readonly Fix[] {
    const { fixes } = this.finding;
    this.made ??= typeof fixes === "function" ? fixes() : (fixes ?? NO_FIXES);
    return this.made;
  }
}
