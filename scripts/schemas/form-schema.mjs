// The JSON Schemas of the forms that a dispatch rule file takes, by content: `wrapped` for create, `bare` for
// update and dashboard, `list` as printed, `update` for the API; and one for all of them.
// What one tool accepts and another refuses is accepted here: the schema does not know who will read the file.
import { listUpdate } from "./list-update-schema.mjs";
import { about } from "./message-schema.mjs";

const DRAFT = "http://json-schema.org/draft-07/schema#";
const ATTACHING =
  'Attach it by file name: a key "$schema" in a rule file is an unknown field to LiveKit, which refuses it.';
const MESSAGE = {
  wrapped: "livekit.CreateSIPDispatchRuleRequest",
  bare: "livekit.SIPDispatchRuleInfo",
  list: "livekit.ListSIPDispatchRuleResponse",
  update: "livekit.UpdateSIPDispatchRuleRequest",
};
const TITLE = {
  wrapped: "LiveKit SIP dispatch rule, as `lk sip dispatch create` reads it",
  bare: "LiveKit SIP dispatch rule, as `lk sip dispatch update` reads it",
  list: "LiveKit SIP dispatch rules, as `lk sip dispatch list --json` prints them",
  update: "Update of a LiveKit SIP dispatch rule over the API",
};

export const FORMS = /** @type {("wrapped" | "bare" | "list" | "update")[]} */ (Object.keys(MESSAGE));

const has = (...spellings) => ({ anyOf: spellings.map((spelling) => ({ required: [spelling] })) });
const inBothSpellings = (name, json, schema) => ({ [name]: schema, [json]: schema });

/** `missing rule`, with LiveKit's word for it, is what a rule without one gets everywhere. */
const WITH_RULE = { required: ["rule"], properties: { rule: { type: "object" } } };

const TO_CREATE = {
  type: "object",
  required: ["rule"],
  properties: {
    ...WITH_RULE.properties,
    ...inBothSpellings("sip_dispatch_rule_id", "sipDispatchRuleId", {
      pattern: "^$",
      patternErrorMessage: "LiveKit refuses to create a rule with an id: rule id must not be set.",
    }),
  },
};

const CHANGES = { properties: inBothSpellings("trunk_ids", "trunkIds", listUpdate) };

/** What a form demands beyond its message. */
const DEMANDS = {
  wrapped: {
    ...has("dispatch_rule", "dispatchRule"),
    properties: inBothSpellings("dispatch_rule", "dispatchRule", TO_CREATE),
  },
  bare: WITH_RULE,
  list: { required: ["items"] },
  update: {
    allOf: [has("sip_dispatch_rule_id", "sipDispatchRuleId"), { anyOf: ["replace", "update"].map(isObject) }],
    properties: {
      ...inBothSpellings("sip_dispatch_rule_id", "sipDispatchRuleId", { type: "string", minLength: 1 }),
      replace: WITH_RULE,
      update: CHANGES,
    },
  },
};

function isObject(name) {
  return { required: [name], properties: { [name]: { type: "object" } } };
}

function formSchema(form, documentation) {
  const message = MESSAGE[form];
  return {
    title: TITLE[form],
    ...about(documentation[message]),
    allOf: [{ $ref: `#/definitions/${message}` }, DEMANDS[form]],
    type: "object",
  };
}

/** The form of a document, told by its keys in the order in which the tools look. */
const BY_CONTENT = {
  title: "LiveKit SIP dispatch rule, in any of its forms",
  type: "object",
  if: has("dispatch_rule", "dispatchRule"),
  then: { $ref: "#/definitions/wrapped" },
  else: {
    if: has("replace", "update"),
    then: { $ref: "#/definitions/update" },
    else: { if: has("items"), then: { $ref: "#/definitions/list" }, else: { $ref: "#/definitions/bare" } },
  },
};

/**
 * @param {string} version of the protocol
 * @param {Record<string, object>} messages definitions by full name
 * @param {Record<string, import("./documentation.mjs").Entry>} documentation
 * @returns {Record<string, object>} JSON Schemas by file name
 */
export function formSchemas(version, messages, documentation) {
  const frame = (name, schema, definitions = {}) => ({
    $schema: DRAFT,
    $id: `urn:livekit-dispatch:${name}`,
    $comment: `Generated from npm @livekit/protocol ${version} by scripts/generate-schemas.mjs. ${ATTACHING}`,
    ...schema,
    definitions: { ...definitions, ...reachable({ schema, definitions }, messages) },
  });
  const forms = Object.fromEntries(FORMS.map((form) => [form, formSchema(form, documentation)]));
  // Offered in an empty file as well: `lk sip dispatch create` wants it.
  const wrapper = { dispatch_rule: about(documentation[`${MESSAGE.wrapped}.dispatch_rule`]) };
  const all = "dispatch-rule.schema.json";
  const each = Object.entries(forms).map(([form, schema]) => [`dispatch-rule.${form}.schema.json`, schema]);
  return {
    [all]: frame(all, { ...BY_CONTENT, properties: wrapper }, forms),
    ...Object.fromEntries(each.map(([name, schema]) => [name, frame(name, schema)])),
  };
}

/** The definitions that a schema needs, in the protocol's order. */
function reachable(schema, messages) {
  const needed = new Set();
  const visit = (value) => {
    for (const [, name] of JSON.stringify(value).matchAll(/"#\/definitions\/(livekit\.\w+)"/g)) {
      if (needed.has(name)) continue;
      needed.add(name);
      visit(messages[name]);
    }
  };
  visit(schema);
  return Object.fromEntries(Object.entries(messages).filter(([name]) => needed.has(name)));
}
