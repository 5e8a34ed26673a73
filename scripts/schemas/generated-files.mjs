// What stands in schemas/ and is generated: the messages, the documentation and the JSON Schemas.
import { readFileSync } from "node:fs";
import { mergeDocumentation, readWrittenTexts } from "./documentation.mjs";
import { formSchemas } from "./form-schema.mjs";
import { messageDefinitions } from "./message-schema.mjs";
import { readProtocol } from "./read-protocol.mjs";

const FOLDER = new URL("../../schemas/", import.meta.url);
export const COMMAND = "node scripts/generate-schemas.mjs";

/**
 * @returns {Record<string, string>} texts by file name in schemas/
 * @throws {Error} when the documentation does not fit the protocol
 */
export function generatedFiles() {
  const protocol = readProtocol();
  const { version, messages, enums } = protocol;
  const documentation = mergeDocumentation(protocol, readWrittenTexts());
  const values = {
    "messages.json": { protocol: version, messages, enums },
    "documentation.json": documentation,
    ...formSchemas(version, messageDefinitions(protocol, documentation), documentation),
  };
  const text = (value) => JSON.stringify(value, null, 1) + "\n";
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, text(value)]));
}

/** Where a file of schemas/ stands. */
export function placeOf(name) {
  return new URL(name, FOLDER);
}

/** @returns {string[]} the generated files on disk that are missing or differ from what would be written now */
export function staleFiles() {
  return Object.entries(generatedFiles())
    .filter(([name, text]) => readOrNothing(placeOf(name)) !== text)
    .map(([name]) => `schemas/${name}`);
}

function readOrNothing(place) {
  try {
    return readFileSync(place, "utf8");
  } catch {
    return undefined;
  }
}
