/**
 * LiveKit's own verdict on a document: what the tool or the server that reads it does first, in its words.
 * Nothing of the product's own is in here; `conformance` holds it against LiveKit's code.
 */
import { Flag, Kind, NONE, type JsonTree, type Node } from "../json/tree.ts";
import type { SyntaxProblem } from "../json/syntax.ts";
import { decode } from "./decoder.ts";
import type { DecodeProblem } from "./decode-problem.ts";
import { textOf } from "./fields.ts";
import { decodeText, syntaxText } from "./livekit-text.ts";
import type { Refusal } from "./refusal.ts";
import { FLAT, INFO } from "./rule-parts.ts";
import { messageNamed, type Message } from "./schema.ts";
import { conflictsWithItself } from "./self-conflict.ts";
import { validateCreate, validateUpdate, wrappedRule } from "./validate.ts";

/**
 * Who reads the document: `lk sip dispatch create` and `update`, or the HTTP API. `info` is a plain decode of one
 * rule, `list` one of what a server answers, in which a newer server may have fields that we do not know.
 */
export type Reader = "lk-create" | "lk-update" | "api-create" | "api-update" | "info" | "list";

/** What the API says to everything it cannot read. */
export const MALFORMED = "the json request could not be decoded";
export const NO_ID = "no ID specified, use flag or set it in JSON";
/** encoding/json's limit, which unknown fields of an API request reach. */
const API_DEPTH = 10_000;

export interface Verdict {
  readonly ok: boolean;
  readonly stage: "parse" | "validate" | "conflict" | undefined;
  /** LiveKit's exact text. */
  readonly error: string | undefined;
  /** What is wrong with the text, with the message, with the request: in that order, each in document order. */
  readonly syntax: readonly SyntaxProblem[];
  readonly decoded: readonly DecodeProblem[];
  readonly refusals: readonly Refusal[];
  /** The problem that LiveKit names; it stops there. */
  readonly first: SyntaxProblem | DecodeProblem | Refusal | undefined;
}

const CREATE = messageNamed("CreateSIPDispatchRuleRequest");
const UPDATE = messageNamed("UpdateSIPDispatchRuleRequest");
const LIST = messageNamed("ListSIPDispatchRuleResponse");
const RULE_INFO = messageNamed("SIPDispatchRuleInfo");

/** The message that a reader takes the document for. */
export function messageFor(reader: Reader): Message {
  switch (reader) {
    case "lk-create":
    case "api-create":
      return CREATE;
    case "api-update":
      return UPDATE;
    case "list":
      return LIST;
    case "lk-update":
    case "info":
      return RULE_INFO;
  }
}

/** Whether fields and enum names that are not known are passed over, as Twirp does. */
export function ignoresUnknown(reader: Reader): boolean {
  return reader === "api-create" || reader === "api-update" || reader === "list";
}

const NOTHING: readonly never[] = [];
const ACCEPTED = { ok: true, stage: undefined, error: undefined, first: undefined } as const;
/** Of a document in which nothing at all is wrong. */
export const FAULTLESS: Verdict = { ...ACCEPTED, syntax: NOTHING, decoded: NOTHING, refusals: NOTHING };
/** Where refusals are gathered; empty but for the time that this takes. */
const gathered: Refusal[] = [];

/**
 * @param hasId `lk-update` only: an id is given on the command line
 */
export function judge(tree: JsonTree, reader: Reader, hasId = false): Verdict {
  const isApi = reader === "api-create" || reader === "api-update";
  const decoded = decodeFor(tree, reader);
  const syntax = isApi ? apiSyntax(tree) : tree.problems;
  addRefusals(tree, reader, hasId, gathered);
  const refusals = gathered.length > 0 ? gathered.splice(0) : NOTHING;
  if (decoded.length === 0 && syntax.length === 0 && refusals.length === 0) return FAULTLESS;
  const first = earlier(
    syntax[0],
    ignoresUnknown(reader) ? decoded.find((problem) => !problem.isIgnoredByApi) : decoded[0],
  );
  if (first) {
    const error = isApi ? MALFORMED : "at" in first ? syntaxText(tree, first) : decodeText(tree, first);
    return { ok: false, stage: "parse", error, first, syntax, decoded, refusals };
  }
  const refusal = refusals[0];
  if (refusal === undefined) return { ...ACCEPTED, syntax, decoded, refusals };
  return { ok: false, stage: refusal.stage, error: refusal.text, first: refusal, syntax, decoded, refusals };
}

function decodeFor(tree: JsonTree, reader: Reader): readonly DecodeProblem[] {
  if (reader === "list" && tree.kind(0) === Kind.Array)
    return tree.children(0).flatMap((item) => decode(tree, item, RULE_INFO));
  return decode(tree, 0, messageFor(reader));
}

function addRefusals(tree: JsonTree, reader: Reader, hasId: boolean, found: Refusal[]): void {
  switch (reader) {
    case "lk-create":
      validateCreate(tree, 0, true, found);
      break;
    case "lk-update":
      if (!hasId && textOf(tree, 0, INFO.id) === "")
        found.push({ kind: "update-without-id", stage: "validate", text: NO_ID, node: 0 });
      break;
    case "api-create": {
      validateCreate(tree, 0, false, found);
      const wrapped = wrappedRule(tree, 0);
      if (wrapped === NONE) conflictsWithItself(tree, 0, FLAT, found);
      else conflictsWithItself(tree, wrapped, INFO, found);
      break;
    }
    case "api-update":
      validateUpdate(tree, 0, found);
      break;
    case "info":
    case "list":
  }
}

/** At one token the text's own problem comes first: protojson reads the token before it judges it. */
function earlier(
  syntax: SyntaxProblem | undefined,
  decoded: DecodeProblem | undefined,
): SyntaxProblem | DecodeProblem | undefined {
  if (!syntax || !decoded) return syntax ?? decoded;
  return syntax.order <= decoded.order ? syntax : decoded;
}

/**
 * What the API finds wrong with the text. It takes the first JSON value of the body and does not look at what
 * follows; before protojson, Go's encoding/json reads that value, which has limits of its own.
 */
function apiSyntax(tree: JsonTree): readonly SyntaxProblem[] {
  let { problems } = tree;
  if (problems.length > 0) problems = problems.filter((problem) => !isBehindRequest(tree, problem));
  if (tree.hasBareExponent) problems = withNode(tree, problems, "bare-exponent", bareExponent(tree));
  if (tree.depth > API_DEPTH) problems = withNode(tree, problems, "too-deep", tooDeep(tree));
  return problems;
}

function isBehindRequest(tree: JsonTree, problem: SyntaxProblem): boolean {
  return tree.kind(0) !== Kind.Missing && !tree.has(0, Flag.Unclosed) && problem.order >= tree.end(0);
}

function withNode(
  tree: JsonTree,
  problems: readonly SyntaxProblem[],
  kind: "bare-exponent" | "too-deep",
  node: Node,
): readonly SyntaxProblem[] {
  const start = tree.start(node);
  const end = kind === "too-deep" ? start + 1 : tree.end(node);
  const problem: SyntaxProblem = { kind, start, end, order: start, at: start, words: undefined };
  return [...problems, problem].sort((a, b) => a.order - b.order);
}

/** The first number like `1e`. */
function bareExponent(tree: JsonTree): Node {
  for (let node = 0; node < tree.size; node++)
    if (tree.kind(node) === Kind.Number && !/\d$/.test(tree.raw(node))) return node;
  return 0;
}

/** The first container that stands deeper than the API reads. */
function tooDeep(tree: JsonTree): Node {
  const ends: Node[] = [];
  for (let node = 0; node < tree.size; node++) {
    while (ends.length > 0 && node >= ends[ends.length - 1]!) ends.pop();
    if (!tree.isContainer(node)) continue;
    ends.push(tree.next(node));
    if (ends.length > API_DEPTH) return node;
  }
  return 0;
}
