// The faithful JSON Schema (draft-07) of dispatch-rule documents: what somebody would give to VS Code's JSON
// service who knows LiveKit's messages well. It takes every form a file can have.
import { reference } from "./field.mjs";
import { messageSchema } from "./message.mjs";
import { reachable } from "./messages.mjs";

const CREATE = "livekit.CreateSIPDispatchRuleRequest";
const UPDATE = "livekit.UpdateSIPDispatchRuleRequest";
const LIST = "livekit.ListSIPDispatchRuleResponse";
const RULE = "livekit.SIPDispatchRuleInfo";

const WRAPPER = ["dispatchRule", "dispatch_rule"];
/** Only a stored rule has these; without them a rule at the top is the old form of a create request. */
const STORED_ONLY = [
  ...["sipDispatchRuleId", "sip_dispatch_rule_id", "numbers", "media"],
  ...["krispEnabled", "krisp_enabled", "mediaEncryption", "media_encryption"],
];

const hasAny = (...names) => ({ anyOf: names.map((name) => ({ required: [name] })) });

/** The schema of the first condition that holds. */
function choose([[condition, schema], ...others], otherwise) {
  return {
    if: condition,
    then: schema,
    else: others.length > 0 ? choose(others, otherwise) : otherwise,
  };
}

/** The schema with everything it refers to. */
export function faithfulSchema() {
  const definitions = Object.fromEntries(
    reachable([CREATE, UPDATE, LIST]).map((message) => [message, messageSchema(message)]),
  );
  definitions.FlatRule = { allOf: [reference(CREATE)], required: ["rule"] };
  definitions.StoredRule = { allOf: [reference(RULE)], required: ["rule"] };
  const stored = reference("StoredRule");
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "LiveKit SIP dispatch rule",
    definitions,
    ...choose(
      [
        [{ type: "array" }, { type: "array", items: stored }],
        [{ required: ["items"] }, reference(LIST)],
        [hasAny(...WRAPPER), { allOf: [reference(CREATE)], ...hasAny(...WRAPPER) }],
        [hasAny("replace", "update"), reference(UPDATE)],
        [hasAny(...STORED_ONLY), stored],
      ],
      reference("FlatRule"),
    ),
  };
}
