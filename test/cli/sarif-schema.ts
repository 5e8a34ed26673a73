/** The official schema of SARIF 2.1.0, ready to validate with. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv, type ValidateFunction } from "ajv";

export function sarifSchema(): ValidateFunction {
  const file = path.join(import.meta.dirname, "fixtures/sarif-2.1.0-rtm.5.json");
  const {
    $schema: _draft,
    id: _id,
    ...schema
  } = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  // It is of draft 4, of which it uses nothing that later drafts read in another way.
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    // One of its patterns has a bracket too many.
    unicodeRegExp: false,
    formats: {
      uri: (text: string) => URL.canParse(text),
      "uri-reference": /^(?:[\w\-.~!$&'()*+,;=:@/?#]|%[0-9A-F]{2})*$/,
      "date-time": true,
    },
  });
  return ajv.compile(schema);
}
