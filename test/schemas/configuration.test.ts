/** The schema of the configuration file says what the reader takes. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv } from "ajv";
import { readConfiguration } from "../../core/configuration/configuration-file.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../schemas/configuration.schema.json", import.meta.url), "utf8"),
) as object;
const isValid = new Ajv({ strict: false }).compile(schema);

const GOOD = [
  {},
  { $schema: "x.json", checks: { comment: "off" }, overrides: { "a/**": { comment: "hint" } } },
];
const BAD = [
  [],
  { check: {} },
  { checks: { coment: "off" } },
  { checks: { comment: "of" } },
  { overrides: [] },
  { overrides: { "a/**": { coment: "off" } } },
  { overrides: { "a/**": "off" } },
];

test("what the schema of the configuration file allows is understood, and nothing else", () => {
  const understood = (value: object) => readConfiguration(JSON.stringify(value)).complaints.length === 0;
  for (const value of GOOD) assert.ok(isValid(value) && understood(value), JSON.stringify(value));
  for (const value of BAD) assert.ok(!isValid(value) && !understood(value), JSON.stringify(value));
});

test("the example in the documentation is one", () => {
  const page = readFileSync(new URL("../../docs/configuration.md", import.meta.url), "utf8");
  const example = /```jsonc\n([^]*?)```/.exec(page)?.[1] ?? "";
  const { levels, complaints } = readConfiguration(example);
  assert.deepEqual(complaints, []);
  assert.equal(levels.of("voice/lobby.dispatch-rule.json")["empty-room-name"], "off");
  assert.equal(levels.of("legacy/old/a.json")["pin-too-long"], "off");
});
