/**
 * What a check is. Each stands in a file of its own in `core/checks/`, with its text, its logic, its fixes and
 * its examples; settings, documentation pages, SARIF rules and tests are derived from it.
 */
import type { SyntaxProblem } from "./json/syntax.ts";
import type { Node } from "./json/tree.ts";
import type { RuleDocument } from "./document.ts";
import type { Fix, Range, RelatedPlace, Severity } from "./problem.ts";
import type { DecodeKind, DecodeProblem } from "./protocol/decode-problem.ts";
import type { Refusal, RefusalKind } from "./protocol/refusal.ts";
import type { Member, RuleView } from "./rules/rule-view.ts";
import type { Form } from "./rules/forms.ts";
import type { Target } from "./rules/targets.ts";

/** What a check says about one place. */
export interface Finding {
  readonly message: string;
  /** Default: the place that LiveKit's reader or the report names. */
  readonly range?: Range | undefined;
  /** The best first; a function where making them costs more than saying what is wrong. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
  readonly related?: readonly RelatedPlace[];
  readonly tags?: readonly ("deprecated" | "unnecessary")[];
  /** Another severity than the check's, for this finding; never set where LiveKit refuses. */
  readonly severity?: Severity;
}

/** Says that something is wrong at a node or a range. */
export type Report = (place: Node | Range, finding: Finding | string) => void;

/**
 * A document before and after. In `bad`, `⟦` and `⟧` mark the range that is reported (one pair for each
 * problem of this check). `fixed`: the document after the first fix of the first problem. `target` defaults to `auto`.
 */
export type Example =
  | { readonly bad: string; readonly fixed?: string; readonly target?: Target }
  | { readonly good: string; readonly target?: Target };

export type ValueRange = "all" | "filled" | "unusual" | "foreign" | "hollow";

export interface CheckDefinition {
  /** Stable name, kebab-case, equal to the file's name. */
  readonly code: string;
  /** Where LiveKit accepts it. What LiveKit refuses is an error whatever stands here. */
  readonly severity: Severity;
  /** A noun phrase for lists of checks: `Trailing comma`. */
  readonly title: string;
  /** Why it matters and what LiveKit does, in a few sentences of Markdown. */
  readonly why: string;
  readonly examples: readonly Example[];

  /** Words for what is wrong with the text as JSON; the check's code is the kind of the problem. */
  readonly syntax?: (problem: SyntaxProblem, document: RuleDocument) => Finding;
  /** The kinds of decoder problems that this check puts into words ... */
  readonly decodes?: readonly DecodeKind[];
  /** ... and the words; `undefined` leaves the problem to the next check that names its kind. */
  readonly decoded?: (problem: DecodeProblem, document: RuleDocument) => Finding | undefined;
  /** Likewise for what LiveKit refuses after it was read. */
  readonly refuses?: readonly RefusalKind[];
  readonly refused?: (refusal: Refusal, document: RuleDocument) => Finding | undefined;
  /**
   * The fields whose values `checkField` looks at, as `Message.field` in LiveKit's spelling. A name that both
   * a create request and a rule have is meant in both: `SIPDispatchRuleInfo.trunk_ids`.
   */
  readonly fields?: readonly string[];
  /**
   * Which values of theirs: `all`, the default; `filled`, since an empty text, list or map and `false` are for LiveKit
   * none at all; `unusual`, of the filled texts only those with more than letters, digits, `-`, `_`, `.` and `+` in them;
   * `foreign`, of those only texts with anything but ASCII or with escapes in them, and lists and maps where the document
   * has such a text; `hollow`, all but the objects whose first member has a value.
   */
  readonly values?: ValueRange;
  /**
   * Of those the ones with more characters than this, as they stand in the document: with escapes and the opening
   * quote; a string that is not closed has no other. Checks of one field name one such length.
   */
  readonly longerThan?: number;
  readonly checkField?: (member: Member, report: Report, document: RuleDocument) => void;
  /** Looks at one rule; for what no single field tells, such as an absent one. */
  readonly check?: (rule: RuleView, report: Report, document: RuleDocument) => void;
  /** The forms of a file that `checkFile` looks at ... */
  readonly forms?: readonly Form[];
  /** ... as a whole. */
  readonly checkFile?: (document: RuleDocument, report: Report) => void;
}

/** A definition in which everything stands, in one order: what all checks are asked for is then found at once. */
export type Check = { readonly [Name in keyof Required<CheckDefinition>]: CheckDefinition[Name] };

export function defineCheck(definition: CheckDefinition): Check {
  const { code, severity, title, why, examples } = definition;
  const { syntax, decodes, decoded, refuses, refused } = definition;
  const { fields, values, longerThan, checkField, check, forms, checkFile } = definition;
  return {
    code,
    severity,
    title,
    why,
    examples,
    syntax,
    decodes,
    decoded,
    refuses,
    refused,
    fields,
    values,
    longerThan,
    checkField,
    check,
    forms,
    checkFile,
  };
}
