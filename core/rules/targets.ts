/**
 * The one place that knows who reads a file and what follows from it. The table (design: forms and targets):
 *
 * | form    | lk-create              | lk-update             | api-create               | api-update             |
 * | ------- | ---------------------- | --------------------- | ------------------------ | ---------------------- |
 * | wrapped | accepts, drops `media` | unknown field         | accepts                  | no update action       |
 * | bare    | `missing rule`         | accepts, replaces all | accepts the legacy form  | refuses                |
 * | list    | unknown field          | unknown field         | `missing rule`           | refuses                |
 * | update  | unknown field          | unknown field         | `missing rule`           | accepts                |
 *
 * `auto` judges a file as what it is: `wrapped` as both creates, `update` as an update by the API, `bare` as the
 * rule it is (what `lk sip dispatch update` and the dashboard take), a `list` as the answer of a server.
 */
import type { JsonTree } from "../json/tree.ts";
import { NONE } from "../json/tree.ts";
import type { Reader } from "../protocol/verdict.ts";
import { valueOf } from "../protocol/fields.ts";
import type { Refusal } from "../protocol/refusal.ts";
import { INFO } from "../protocol/rule-parts.ts";
import { messageNamed, type Message } from "../protocol/schema.ts";
import { conflictsWithItself } from "../protocol/self-conflict.ts";
import { validateInfo, validateStored, wrappedRule } from "../protocol/validate.ts";
import { validateMedia } from "../protocol/validate-media.ts";
import type { Form } from "./forms.ts";

export const TARGETS = ["auto", "lk-create", "lk-update", "api-create", "api-update"] as const;
export type Target = (typeof TARGETS)[number];

export interface Plan {
  /** Who reads the text. */
  readonly reader: Reader;
  /** Whether a rule's id is given beside the file. */
  readonly hasId: boolean;
  /** Who says what is wrong with the text. */
  readonly by: "tool" | "server";
  /** What this reader does with a file of this form; `accepts`, or the reason why it cannot. */
  readonly form: FormVerdict;
  /** The message as which it decodes the rules of the file, or `undefined` where it does not get to them. */
  readonly ruleMessage: Message | undefined;
  /** Adds what the server refuses of what the tool sends. */
  readonly server: (tree: JsonTree, found: Refusal[]) => void;
}

export type FormVerdict =
  | "accepts"
  | "needs-wrapper"
  | "needs-bare-rule"
  | "needs-update-request"
  | "is-list"
  | "is-update-request"
  | "is-no-rule";

const nothing = (): void => undefined;

const USUAL: Readonly<Partial<Record<Reader, Plan["server"]>>> = {
  "lk-create": createdByLk,
  "lk-update": updatedByLk,
};

/** @param server in place of what is usual for the reader */
function plan(reader: Reader, form: FormVerdict, ruleMessage?: Message, server?: Plan["server"]): Plan {
  return {
    reader,
    hasId: reader === "lk-update",
    by: reader === "lk-create" || reader === "lk-update" || reader === "info" ? "tool" : "server",
    form,
    ruleMessage,
    server: server ?? USUAL[reader] ?? nothing,
  };
}

const CREATE = messageNamed("CreateSIPDispatchRuleRequest");
const RULE = messageNamed("SIPDispatchRuleInfo");

const PLANS: Readonly<Record<Form, Readonly<Record<Target, Plan | undefined>>>> = {
  wrapped: {
    auto: plan("lk-create", "accepts", RULE, createdEitherWay),
    "lk-create": plan("lk-create", "accepts", RULE),
    "lk-update": plan("lk-update", "needs-bare-rule"),
    "api-create": plan("api-create", "accepts", RULE),
    "api-update": plan("api-update", "needs-update-request"),
  },
  bare: {
    auto: plan("info", "accepts", RULE, bareRule),
    "lk-create": plan("lk-create", "needs-wrapper", CREATE),
    "lk-update": plan("lk-update", "accepts", RULE),
    "api-create": plan("api-create", "accepts", CREATE),
    "api-update": plan("api-update", "needs-update-request"),
  },
  list: {
    auto: plan("list", "is-list", RULE),
    "lk-create": plan("lk-create", "is-list"),
    "lk-update": plan("lk-update", "is-list"),
    "api-create": plan("api-create", "is-list"),
    "api-update": plan("api-update", "is-list"),
  },
  update: {
    auto: plan("api-update", "accepts", RULE),
    "lk-create": plan("lk-create", "is-update-request"),
    "lk-update": plan("lk-update", "is-update-request"),
    "api-create": plan("api-create", "is-update-request"),
    "api-update": plan("api-update", "accepts", RULE),
  },
  none: {
    auto: undefined,
    "lk-create": plan("lk-create", "is-no-rule"),
    "lk-update": plan("lk-update", "is-no-rule"),
    "api-create": plan("api-create", "is-no-rule"),
    "api-update": plan("api-update", "is-no-rule"),
  },
};

/** What happens to a file of this form, or `undefined` where `auto` finds nothing to judge. */
export function planFor(form: Form, target: Target): Plan | undefined {
  return PLANS[form][target];
}

/** `lk` sends the wrapper without its media; the server holds the rule against itself. */
function createdByLk(tree: JsonTree, found: Refusal[]): void {
  const rule = wrappedRule(tree, 0);
  if (rule !== NONE) conflictsWithItself(tree, rule, INFO, found);
}

/** The API also looks at the media that `lk` drops. */
function createdEitherWay(tree: JsonTree, found: Refusal[]): void {
  const rule = wrappedRule(tree, 0);
  if (rule === NONE) return;
  validateMedia(tree, valueOf(tree, rule, INFO.media), found);
  conflictsWithItself(tree, rule, INFO, found);
}

/** Whether the server holds the rule against itself depends on what is stored, so that is not said here. */
function updatedByLk(tree: JsonTree, found: Refusal[]): void {
  validateInfo(tree, 0, found);
}

function bareRule(tree: JsonTree, found: Refusal[]): void {
  validateStored(tree, 0, found);
}
