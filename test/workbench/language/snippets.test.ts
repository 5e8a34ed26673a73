/** Whole rules to start from: each is one that LiveKit takes, in the form that it is offered for. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { checkDocument } from "../../../core/check-document.ts";
import { readRuleDocument } from "../../../core/document.ts";
import type { Target } from "../../../core/rules/targets.ts";

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
}

const file = path.resolve(import.meta.dirname, "../../../syntaxes/snippets.json");
const snippets = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, Snippet>>;

const TARGETS: Readonly<Record<string, Target>> = {
  create: "lk-create",
  rule: "lk-update",
  update: "api-update",
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
    const target = TARGETS[snippet.prefix.split("-")[0] ?? ""];
    assert.ok(target, `${snippet.prefix} does not say what the file is for`);
    const document = readRuleDocument(withDefaults(snippet), target);
    assert.deepEqual(
      checkDocument(document).map(({ code, message }) => `${code}: ${message}`),
      [],
    );
  });

test("every form has one for each kind", () => {
  const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
  const kinds = ["direct", "pin", "individual", "callee"];
  const wanted = ["create", "rule"].flatMap((form) => kinds.map((kind) => `${form}-${kind}`));
  assert.deepEqual(prefixes, [...wanted, "update-replace", "update-fields"]);
});
