/** Whole rules to start from: each is one that LiveKit takes, in the form that it is offered for. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { checkDocument } from "../../../core/check-document.ts";
import { readRuleDocument } from "../../../core/document.ts";
import type { Target } from "../../../core/rules/targets.ts";

interface Snippet {
  readonly prefix?: string;
  readonly isFileTemplate: boolean;
  readonly body: readonly string[];
}

const file = path.resolve(import.meta.dirname, "../../../syntaxes/snippets.json");
const snippets = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, Snippet>>;

const TARGETS: Readonly<Record<string, Target>> = {
  "Create request": "lk-create",
  "Bare rule": "lk-update",
  "Update request": "api-update",
};

/** What stands there when nobody has typed anything, but for an id, which only the author knows. */
function withDefaults({ body }: Snippet): string {
  return body
    .join("\n")
    .replace(/\$\{\d+\|([^,|]+)[^}]*\}/g, "$1")
    .replace(/\$\{\d+:([^}]*)\}/g, "$1")
    .replace(/"SDR_"/, '"SDR_Vh6vTqQ3YzKp"')
    .replace(/"\$\d+"/, '"ST_Kd7uRw5nJx2b"')
    .replace(/\$\d+/g, "");
}

for (const [name, snippet] of Object.entries(snippets))
  test(name, () => {
    const target = TARGETS[name.split(":")[0] ?? ""];
    assert.ok(target, "its name does not say what the file is for");
    const document = readRuleDocument(withDefaults(snippet), target);
    assert.deepEqual(
      checkDocument(document).map(({ code, message }) => `${code}: ${message}`),
      [],
    );
  });

test("they fill a file, and do not turn up among the completions, where the server knows better", () => {
  for (const [name, { prefix, isFileTemplate }] of Object.entries(snippets))
    assert.deepEqual({ prefix, isFileTemplate }, { prefix: undefined, isFileTemplate: true }, name);
});

test("both forms of a rule have the same ones", () => {
  const of = (form: string) =>
    Object.keys(snippets)
      .filter((name) => name.startsWith(form))
      .map((name) => name.slice(form.length));
  assert.equal(of("Create request").length, 4);
  assert.deepEqual(of("Bare rule"), of("Create request"));
});
