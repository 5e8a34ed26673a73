/** Documents for the property tests of the conversions: members as tokens, laid out in many manners. */
import fc from "fast-check";
import { NONE, type JsonTree, type Node } from "../../../core/json/tree.ts";

/** A JSON value as tokens: text for what stands by itself, members with their key as it is written. */
export type Value = string | readonly Value[] | { readonly members: readonly Member[] };
export type Member = readonly [key: string, value: Value];

export interface Manner {
  /** `undefined`: all in one line. */
  readonly indent: string | undefined;
  readonly lineBreak: string;
  readonly colon: string;
  /** In the braces of an object that is written in one line. */
  readonly padding: string;
  readonly end: string;
}

export const manners: fc.Arbitrary<Manner> = fc.record({
  indent: fc.constantFrom(undefined, "", " ", "  ", "    ", "\t"),
  lineBreak: fc.constantFrom("\n", "\r\n", "\r"),
  colon: fc.constantFrom(": ", ":", " : "),
  padding: fc.constantFrom("", " "),
  end: fc.constantFrom("", "\n", "\r\n", "\n\n", " "),
});

export function written(value: Value, manner: Manner, level = 0): string {
  if (typeof value === "string") return value;
  const isList = !("members" in value);
  const parts = isList
    ? value.map((item) => written(item, manner, level + 1))
    : value.members.map(([key, member]) => key + manner.colon + written(member, manner, level + 1));
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  if (parts.length === 0) return open + close;
  const { indent, lineBreak, padding } = manner;
  if (indent === undefined)
    return `${open}${isList ? "" : padding}${parts.join(", ")}${isList ? "" : padding}${close}`;
  const line = lineBreak + indent.repeat(level + 1);
  return `${open}${line}${parts.join(`,${line}`)}${lineBreak}${indent.repeat(level)}${close}`;
}

/** White space of any kind between any two tokens. */
export function scattered(value: Value, blanks: () => string): string {
  if (typeof value === "string") return blanks() + value + blanks();
  const isList = !("members" in value);
  const parts = isList
    ? value.map((item) => scattered(item, blanks))
    : value.members.map(([key, member]) => `${blanks()}${key}${blanks()}:${scattered(member, blanks)}`);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  return `${blanks()}${open}${blanks()}${parts.join(",")}${blanks()}${close}${blanks()}`;
}

const stringToken = fc.oneof(
  fc.string({ unit: "grapheme" }).map((text) => JSON.stringify(text)),
  fc.constantFrom(
    `"\\u0041\\/\\b"`,
    `"\\ud83d\\ude00"`,
    `"{\\n  \\"a\\": 1\\n}"`,
    `"// no comment"`,
    `"  "`,
    `"⟦"`,
  ),
);
const scalar = fc.oneof(stringToken, fc.constantFrom("null", "true", "false", "0", "-1.50e+3", "1e400"));
const { value: anyValue } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(stringToken, tie("value")), { maxLength: 3 }).map((members) => ({ members })),
  ),
}));

const rule: Member = [
  `"rule"`,
  { members: [[`"dispatchRuleIndividual"`, { members: [[`"roomPrefix"`, `"call-"`]] }]] },
];
const fieldName = fc.constantFrom(
  ...[
    `"trunk_ids"`,
    `"trunkIds"`,
    `"name"`,
    `"numbers"`,
    `"media"`,
    `"room_config"`,
    `"roomConfig"`,
    `"my_own"`,
    `"rule"`,
  ],
);
/** Both spellings and an escaped one. */
export const SERVER_KEYS = [
  ...[`"sip_dispatch_rule_id"`, `"sipDispatchRuleId"`, `"sip\\u005fdispatch_rule_id"`],
  ...[`"created_at"`, `"createdAt"`, `"updated_at"`, `"updatedAt"`],
] as const;

/** Fields of a rule, unknown and duplicate ones among them. */
export const authorMembers: fc.Arbitrary<readonly Member[]> = fc
  .tuple(fc.array(fc.tuple(fieldName, anyValue), { maxLength: 4 }), fc.nat())
  .map(([members, at]): Member[] => (members as Member[]).toSpliced(at % (members.length + 1), 0, rule));

/** The same with the server's own fields between them. */
export const storedMembers: fc.Arbitrary<readonly Member[]> = fc
  .tuple(
    authorMembers,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...SERVER_KEYS), scalar), { maxLength: 4 }),
  )
  .map(([members, own]) =>
    own.reduce<Member[]>(
      (all, [at, key, value]) => all.toSpliced(at % (all.length + 1), 0, [key, value]),
      [...members],
    ),
  );

export function isServers([key]: Member): boolean {
  return (SERVER_KEYS as readonly string[]).includes(key);
}

/** What a node is made of, byte for byte but for the white space between. */
export function tokens(tree: JsonTree, node: Node): string[] {
  const found: string[] = [];
  const end = node === NONE ? 0 : tree.next(node);
  for (let at = node; at !== NONE && at < end; at++)
    found.push(
      tree.isContainer(at) ? `${tree.text[tree.start(at)]!}${[...tree.children(at)].length}` : tree.raw(at),
    );
  return found;
}
