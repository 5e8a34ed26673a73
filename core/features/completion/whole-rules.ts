/** Whole rules for a file that has none, in the form that its target takes. */
import type { RuleDocument } from "../../document.ts";
import { Flag, type JsonTree } from "../../json/tree.ts";
import { fieldNamed, type Field } from "../../protocol/schema.ts";
import { NO_FACTS, type Facts } from "../facts.ts";
import { makeChoice, type Choice } from "./choice.ts";
import { INFO, UPDATE, wholeFormFor, type WholeForm } from "./scope.ts";
import { sketchOf } from "./skeletons.ts";
import {
  choice,
  inQuotes,
  lineStyle,
  writeMembers,
  writeSketch,
  type Layout,
  type Sketch,
} from "./snippet.ts";
import { documentedSpelling } from "./spelling.ts";
import type { Token } from "./token.ts";

type Members = readonly (readonly [Field, Sketch])[];

const info = (name: string): Field => fieldNamed(`SIPDispatchRuleInfo.${name}`);
const kind = (name: string): Field => fieldNamed(`SIPDispatchRule.dispatch_rule_${name}`);

const DIRECT = kind("direct");
const ROOM_NAME = fieldNamed("SIPDispatchRuleDirect.room_name");
const PIN = fieldNamed("SIPDispatchRuleDirect.pin");
const RULE_ID = fieldNamed("UpdateSIPDispatchRuleRequest.sip_dispatch_rule_id");

interface WholeRule {
  readonly label: string;
  readonly detail: string;
  readonly documents: Field;
  /** What stands under `rule`. */
  readonly rule: Members;
  readonly hasAgent?: boolean;
}

const sketched = (field: Field): Members => [[field, sketchOf(field, NO_FACTS, 2)]];

const RULES: readonly WholeRule[] = [
  {
    label: "rule: individual, with an agent",
    detail: "a room for each call, which an agent joins",
    documents: kind("individual"),
    rule: sketched(kind("individual")),
    hasAgent: true,
  },
  {
    label: "rule: individual",
    detail: "a room for each call",
    documents: kind("individual"),
    rule: sketched(kind("individual")),
  },
  {
    label: "rule: direct",
    detail: "one room for all callers",
    documents: DIRECT,
    rule: sketched(DIRECT),
  },
  {
    label: "rule: direct, with a PIN",
    detail: "one room for all who know the PIN",
    documents: PIN,
    rule: [
      [
        DIRECT,
        {
          members: [
            [ROOM_NAME, '"${2:safe-room}"'],
            [PIN, '"${3:12345}"'],
          ],
        },
      ],
    ],
  },
  {
    label: "rule: callee",
    detail: "a room for each called number",
    documents: kind("callee"),
    rule: sketched(kind("callee")),
  },
];

/** @param inBraces whether the token stands in the braces of the empty object that is the document */
export function wholeRuleChoices(
  document: RuleDocument,
  token: Token,
  inBraces: boolean,
  facts: Facts,
): Choice[] {
  const layout: Layout = { ...lineStyle(document.tree), colon: ": ", spell: documentedSpelling };
  const form = wholeFormFor(document);
  return RULES.map((rule) => {
    const members = membersOf(rule, form, facts);
    const newText = inBraces
      ? inner(document.tree, members, layout, token)
      : writeSketch({ members }, layout);
    const documentationKey = `${rule.documents.message.name}.${rule.documents.name}`;
    return makeChoice({
      label: rule.label,
      kind: "snippet",
      newText,
      isSnippet: true,
      detail: rule.detail,
      documentationKey,
      alias: "dispatch_rule",
    });
  });
}

function membersOf({ rule, hasAgent }: WholeRule, form: WholeForm, facts: Facts): Members {
  const { trunks = [] } = facts;
  const trunkIds = choice(
    4,
    trunks.map(({ id }) => inQuotes(id)),
  );
  const members: Members = [
    [info("name"), '"$1"'],
    ...(trunks.length > 0 ? [[info("trunk_ids"), { item: `"${trunkIds}"` }] as const] : []),
    [info("rule"), { members: rule }],
    ...(hasAgent ? [[info("room_config"), sketchOf(info("room_config"), facts, 5)] as const] : []),
  ];
  if (form === "wrapped") return [[fieldNamed("CreateSIPDispatchRuleRequest.dispatch_rule"), { members }]];
  if (form === "bare") return members;
  const replace = UPDATE.fields.find((field) => field.type === INFO);
  return [[RULE_ID, '"$6"'], ...(replace ? [[replace, { members }] as const] : [])];
}

/** Between braces: on lines of its own, and with the closing brace where that is still missing. */
function inner(tree: JsonTree, members: Members, layout: Layout, token: Token): string {
  const { lineBreak, unit } = layout;
  const { text } = tree;
  const opening = text.slice(tree.start(0) + 1, token.start);
  const isOnOwnLine = /[\r\n]/.test(opening);
  const depth = isOnOwnLine ? 0 : 1;
  const below = lineBreak + unit.repeat(depth);
  const written = writeMembers(members, layout, depth, `,${below}`);
  const isClosed = !tree.has(0, Flag.Unclosed);
  if (isOnOwnLine) return isClosed ? written : `${written}${lineBreak}}`;
  const isLineEnd = /^[ \t]*[\r\n]/.test(text.slice(token.end, token.end + 200));
  return below + written + (isClosed && isLineEnd ? "" : lineBreak) + (isClosed ? "" : "}");
}
