import assert from "node:assert/strict";
import { test } from "node:test";
import { isRuleFile } from "../../core/rules/file-patterns.ts";

const rules = [
  "dispatch-rule.json",
  "/a/dispatch_rule.json",
  "/a/support.dispatch-rule.json",
  "/a/my-dispatch-rule.json",
  "/a/my_dispatch_rule.json",
  "/a/dispatch-rules.json",
  "/a/dispatch_rules.json",
  "/a/old-dispatch-rules.json",
  "/a/dispatch-rules/anything.json",
  "C:\\a\\dispatch-rules\\anything.json",
  "C:\\a\\Dispatch-Rule.json",
];
const others = [
  "/a/rule.json",
  "/a/dispatch-rule.jsonc",
  "/a/dispatch-rule.json.bak",
  "/a/mydispatch-rule.json",
  "/a/dispatch-rules/deeper/anything.json",
  "/a/my-dispatch-rules/anything.json",
  "/a/dispatch-rule.json/package.json",
  "/a/dispatch-rule-json",
];
for (const path of rules) test(`${path} holds rules`, () => assert.ok(isRuleFile(path)));
for (const path of others) test(`${path} does not`, () => assert.ok(!isRuleFile(path)));

test("a name of a megabyte is no trouble", () => {
  assert.ok(!isRuleFile(`/${"dispatch-rule".repeat(80_000)}`));
});
