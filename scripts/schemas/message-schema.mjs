// One message as JSON Schema: both spellings of every field but not both at once, one member of a oneof at most,
// nothing else. Descriptions, examples and deprecations come from the documentation.
import { isMessage, orNull, valueSchema } from "./value-schema.mjs";

/**
 * @param {import("./documentation.mjs").Protocol} protocol
 * @param {Record<string, import("./documentation.mjs").Entry>} documentation
 * @returns {Record<string, object>} a definition for each message, by full name
 */
export function messageDefinitions(protocol, documentation) {
  const enumOf = (type) => {
    const values = protocol.enums[type];
    return { values, texts: values.map(([value]) => documentation[`${type}.${value}`].text) };
  };
  // No description: editors would show it instead of the field's, which says more about the place.
  const definition = (message, fields) => ({
    title: message.replace(/^livekit\./, ""),
    // Null is "not set" wherever a field holds a message; where it must be one, the holder says so.
    type: ["object", "null"],
    properties: properties(message, fields, documentation, enumOf),
    additionalProperties: false,
    ...together(fields),
  });
  return Object.fromEntries(
    Object.entries(protocol.messages).map(([message, fields]) => [message, definition(message, fields)]),
  );
}

function properties(message, fields, documentation, enumOf) {
  const schemas = {};
  for (const field of fields) {
    const entry = documentation[`${message}.${field.name}`];
    const element = {
      ...valueSchema(field, enumOf),
      ...(isMessage(field) && about(documentation[field.type])),
    };
    schemas[field.json] = { ...fieldSchema(field, element), ...about(entry, field.deprecated) };
    // Said once: a `$ref` to the other spelling keeps the files at half the size.
    if (field.name !== field.json) {
      schemas[field.name] = { $ref: `#/definitions/${message}/properties/${field.json}` };
    }
  }
  return schemas;
}

function fieldSchema({ map, list }, element) {
  if (map) return { type: ["object", "null"], additionalProperties: element };
  return list ? { type: ["array", "null"], items: element } : orNull(element);
}

/** What a reader sees: the text, then default and unit, then what surprises. */
export function about({ text, default: whenLeftOut, unit, note, example }, isDeprecated = false) {
  const facts = [whenLeftOut && `Default: ${whenLeftOut}.`, unit && `Unit: ${unit}.`]
    .filter(Boolean)
    .join(" ");
  const paragraphs = [isDeprecated ? `Deprecated. ${text}` : text, facts, note].filter(Boolean);
  return {
    description: paragraphs.join("\n\n"),
    ...(example !== undefined && { examples: [example] }),
    ...(isDeprecated && { deprecationMessage: `Deprecated. ${text}` }),
  };
}

/** What concerns several fields at once: the two spellings of one field, and the members of a oneof. */
function together(fields) {
  const spellings = fields.filter(({ name, json }) => name !== json);
  const dependencies = Object.fromEntries(
    spellings.map(({ name, json }) => [
      name,
      {
        not: { required: [json] },
        errorMessage: `"${name}" and "${json}" are one field; LiveKit takes it once.`,
      },
    ]),
  );
  const rivals = fields.flatMap((field, index) =>
    fields
      .slice(index + 1)
      .filter((other) => field.oneof && other.oneof === field.oneof)
      .map((other) => [field, other]),
  );
  return {
    ...(spellings.length > 0 && { dependencies }),
    ...(rivals.length > 0 && { allOf: rivals.map(([field, other]) => notBoth(field, other)) }),
  };
}

function notBoth(field, other) {
  return {
    not: { type: "object", allOf: [isSet(field), isSet(other)] },
    errorMessage: `Only one of "${field.json}" and "${other.json}" may be set (oneof ${field.oneof}).`,
  };
}

/** Present in either spelling and not null: a null member does not occupy its oneof. */
function isSet({ name, json }) {
  const inSpelling = (spelling) => ({
    required: [spelling],
    properties: { [spelling]: { not: { type: "null" } } },
  });
  return name === json ? inSpelling(json) : { anyOf: [inSpelling(json), inSpelling(name)] };
}
