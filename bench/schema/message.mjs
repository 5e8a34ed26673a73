// One message as JSON Schema: both spellings of every field but not both at once, one member of a group only.
import { fieldSchema } from "./field.mjs";
import { fieldsOf } from "./messages.mjs";

const CREATE = "livekit.CreateSIPDispatchRuleRequest";
/** Messages that are nothing without a member of their group. */
const NEEDS_MEMBER = new Set(["livekit.SIPDispatchRule", "livekit.UpdateSIPDispatchRuleRequest"]);

/** Present in either spelling. */
function present({ name, json }) {
  if (name === json) return { required: [json] };
  return { anyOf: [{ required: [json] }, { required: [name] }] };
}

/** "Only one of them" for a group of fields. */
function exclusive(message, group, fields) {
  const members = fields.map(present);
  return {
    oneOf: NEEDS_MEMBER.has(message) ? members : [...members, { not: { anyOf: members } }],
    errorMessage: `exactly one of ${fields.map(({ json }) => json).join(", ")} may be set (oneof ${group})`,
  };
}

/** The fields of each group of a message. */
function groupsOf(message) {
  const groups = new Map();
  for (const field of fieldsOf(message)) {
    if (field.oneof) groups.set(field.oneof, [...(groups.get(field.oneof) ?? []), field]);
  }
  return [...groups];
}

/**
 * @param {string} message its full name
 */
export function messageSchema(message) {
  const schema = { type: ["object", "null"], properties: {}, additionalProperties: false };
  const dependencies = {};
  for (const field of fieldsOf(message)) {
    const { name, json } = field;
    const property = fieldSchema(field);
    // The top level of a create request is deprecated as a whole: saying so on every field would be noise.
    if (field.deprecated && message !== CREATE) property.deprecationMessage = `${name} is deprecated`;
    schema.properties[json] = property;
    if (name === json) continue;
    schema.properties[name] = property;
    dependencies[name] = { not: { required: [json] } };
  }
  if (Object.keys(dependencies).length > 0) schema.dependencies = dependencies;
  const rules = groupsOf(message).map(([group, fields]) => exclusive(message, group, fields));
  if (rules.length === 1) Object.assign(schema, rules[0]);
  else if (rules.length > 1) schema.allOf = rules;
  return schema;
}
