// LiveKit's messages as the project generates them (schemas/messages.json).
import { readFileSync } from "node:fs";

/**
 * @typedef {object} Field
 * @property {string} name the field as the proto file spells it
 * @property {string} json its other spelling, the same for one word
 * @property {string} kind "message", "enum" or a scalar's name
 * @property {string} [type] full name of the message or enum
 * @property {boolean} [list]
 * @property {boolean} [map] from strings to `kind`
 * @property {string} [oneof] full name of the group of which only one may be set
 * @property {boolean} [deprecated]
 */

/**
 * @type {{
 *   protocol: string,
 *   messages: Record<string, Field[]>,
 *   enums: Record<string, [string, number][]>,
 * }}
 */
const table = JSON.parse(readFileSync(new URL("../../schemas/messages.json", import.meta.url), "utf8"));

/** Version of LiveKit's protocol package. */
export const protocol = table.protocol;

/** The fields of a message. */
export const fieldsOf = (message) => table.messages[message];

/** Names and numbers of an enum. */
export const valuesOf = (type) => table.enums[type];

/**
 * The messages that `roots` reach over their fields, themselves included, well-known types left out.
 * @param {string[]} roots
 */
export function reachable(roots) {
  const found = new Set();
  const visit = (message) => {
    if (found.has(message) || !fieldsOf(message)) return;
    found.add(message);
    for (const field of fieldsOf(message)) if (field.kind === "message") visit(field.type);
  };
  roots.forEach(visit);
  return [...found];
}
