// JSON Schemas of single values, as Go's protojson reads them (protobuf-go, encoding/protojson/decode.go and
// well_known_types.go). JSON Schema sees values, not spellings: `1.0` and `1e2` are integers to it as to Go.

/** Numbers in strings: no plus sign, no leading zeros, no blanks. Exponents are not worked out, so these let
 * some through that Go refuses (`"1e-1"`, `"1e30"`). */
const EXPONENT = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?[eE][-+]?[0-9]+";
const INT32_TEXT = `^(-?(0|[1-9][0-9]{0,9})(\\.0+)?|${EXPONENT})$`;
const UINT32_TEXT = `^((-?0|[1-9][0-9]{0,9})(\\.0+)?|${EXPONENT})$`;
const DOUBLE_TEXT = "^(-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?|NaN|-?Infinity)$";

const INT32 = { minimum: -2147483648, maximum: 2147483647 };
const UINT32 = { minimum: 0, maximum: 4294967295 };

/** At most 315576000000 seconds, which is 10000 years; a fraction of up to nine digits, in which even the digits
 * may be missing. */
const SECONDS = [
  "0|[1-9][0-9]{0,10}|[12][0-9]{11}|30[0-9]{10}|31[0-4][0-9]{9}|315[0-4][0-9]{8}",
  "3155[0-6][0-9]{7}|31557[0-5][0-9]{6}|315576000000",
].join("|");
const DURATION = `^[-+]?((${SECONDS})(\\.[0-9]{0,9})?|\\.[0-9]{0,9})s$`;

/** RFC 3339 as Go reads it: hours of one digit, a comma before the fraction (then of any length), offsets up to
 * 24:60. Leap years are not worked out. */
const YEAR = "([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])";
const DAY = [
  "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])",
  "(0[469]|11)-(0[1-9]|[12][0-9]|30)",
  "02-(0[1-9]|[12][0-9])",
].join("|");
const TIME = "([01]?[0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9}|,[0-9]+)?";
const OFFSET = "(Z|[-+]([01][0-9]|2[0-4]):([0-5][0-9]|60))";
const TIMESTAMP = `^${YEAR}-(${DAY})T${TIME}${OFFSET}$`;

const WELL_KNOWN = {
  "google.protobuf.Duration": {
    type: "string",
    pattern: DURATION,
    patternErrorMessage: 'A duration is written as seconds with an s, like "20s" or "1.5s".',
  },
  "google.protobuf.Timestamp": {
    type: "string",
    pattern: TIMESTAMP,
    patternErrorMessage: 'A time is written like "2026-01-31T09:30:00Z".',
  },
};

const SCALARS = {
  string: { type: "string" },
  bool: { type: "boolean" },
  int32: { type: ["integer", "string"], ...INT32, pattern: INT32_TEXT },
  uint32: { type: ["integer", "string"], ...UINT32, pattern: UINT32_TEXT },
  double: { type: ["number", "string"], pattern: DOUBLE_TEXT },
};

/**
 * One value of a field: an element where the field is a list. Never null.
 * @param {{ kind: string, type?: string, name: string }} field
 * @param {(type: string) => { values: [string, number][], texts: string[] }} enumOf
 */
export function valueSchema(field, enumOf) {
  if (field.kind === "enum") return enumSchema(enumOf(field.type));
  // Not a bare `$ref`: beside one, draft-07 ignores everything else, such as the field's description.
  if (isMessage(field)) return { allOf: [{ $ref: `#/definitions/${field.type}` }], type: "object" };
  if (field.kind === "message") return WELL_KNOWN[field.type];
  const schema = SCALARS[field.kind];
  if (!schema)
    throw new Error(`${field.name}: no JSON Schema for the kind ${field.kind}; teach value-schema.mjs`);
  return schema;
}

/** A name, or any int32 number, also one that no name has; a number in a string is neither. */
function enumSchema({ values, texts }) {
  return {
    anyOf: [
      { type: "string", enum: values.map(([name]) => name), enumDescriptions: texts },
      { type: "integer", ...INT32 },
    ],
  };
}

/** A message of LiveKit's, which JSON writes as an object; Duration and Timestamp are strings. */
export function isMessage({ kind, type }) {
  return kind === "message" && !(type in WELL_KNOWN);
}

/** The same schema, with null for "not set": what fields take, and elements of lists and maps do not. */
export function orNull(schema) {
  if (schema.type) return { ...schema, type: [schema.type, "null"].flat() };
  const [names, numbers] = schema.anyOf;
  return { ...schema, anyOf: [names, orNull(numbers)] };
}
