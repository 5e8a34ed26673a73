// One field as JSON Schema, as far as JSON Schema can say what protojson takes.
import { valuesOf } from "./messages.mjs";

const SCALARS = {
  string: { type: "string" },
  bool: { type: "boolean" },
  uint32: { type: ["integer", "string"], minimum: 0, maximum: 4294967295, pattern: "^[0-9]+$" },
  int32: { type: ["integer", "string"], minimum: -2147483648, maximum: 2147483647, pattern: "^-?[0-9]+$" },
  int64: { type: ["integer", "string"] },
  uint64: { type: ["integer", "string"] },
  double: { type: ["number", "string"] },
  float: { type: ["number", "string"] },
};

const WELL_KNOWN = {
  "google.protobuf.Timestamp": {
    type: "string",
    pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$",
  },
  "google.protobuf.Duration": { type: "string", pattern: "^-?\\d+(\\.\\d{1,9})?s$" },
};

/** The place of a message's schema. */
export const reference = (message) => ({ $ref: "#/definitions/" + message });

/** One value of the field: lists and maps hold several. */
function valueSchema({ kind, type }) {
  if (kind === "message") return WELL_KNOWN[type] ?? reference(type);
  if (kind === "enum") return { enum: [...valuesOf(type).flat(), null] };
  return SCALARS[kind] ?? {};
}

/** `null` leaves a field unset. */
const nullable = (schema) => (schema.type ? { ...schema, type: [schema.type, "null"].flat() } : schema);

/**
 * @param {import("./messages.mjs").Field} field
 */
export function fieldSchema(field) {
  const value = valueSchema(field);
  const schema = field.map
    ? { type: "object", additionalProperties: value }
    : field.list
      ? { type: "array", items: value }
      : value;
  return { ...nullable(schema), description: `${field.name}: what a hand-written schema says about it.` };
}
