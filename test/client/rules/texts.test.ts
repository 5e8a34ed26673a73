/** What is made of deployed rules: files, copies, commands, documents, comparisons, lenses. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { normalText } from "../../../core/compare/normal-text.ts";
import { readRuleDocument } from "../../../core/document.ts";
import type { DeployedRule } from "../../../livekit/rules/deployed-rule.ts";
import { normalTexts } from "../../../client/rules/compare-with-file.ts";
import { curlCommand, lkCreateCommand, lkUpdateCommand } from "../../../client/rules/copy/commands.ts";
import { ruleAddress, rulePlace } from "../../../client/rules/documents/rule-address.ts";
import { lensesOf } from "../../../client/rules/lenses/lens-model.ts";
import { copyName, duplicateText, importFiles } from "../../../client/rules/rule-texts.ts";
import { placesOf } from "../../../client/rules/where-used.ts";
import { isRuleFile } from "../../../core/rules/file-patterns.ts";
import { openLive } from "./support/live.ts";

async function demoRules(): Promise<readonly DeployedRule[]> {
  const listed = await openLive({ isSeeded: true }).client.rules.list();
  assert.ok(listed.ok);
  return listed.value;
}

const HOSTILE: DeployedRule = {
  id: "SDR_evil",
  name: "../../.bashrc\u0000 [x](command:y) \u202E" + "z".repeat(10_000),
  text: `{"sip_dispatch_rule_id":"SDR_evil","name":"x","rule":{"dispatch_rule_direct":{"room_name":"r","pin":"it's 1"}}}`,
};

test("an import in each form is what that form's readers take", async () => {
  const rules = await demoRules();
  const forms = { bare: "bare", wrapped: "wrapped", update: "update" } as const;
  for (const [form, expected] of Object.entries(forms) as [keyof typeof forms, string][]) {
    const files = importFiles(rules, form, []);
    assert.equal(files.length, rules.length);
    for (const { text } of files) assert.equal(readRuleDocument(text).form, expected);
  }
  const [list, ...others] = importFiles(rules, "list", []);
  assert.deepEqual(others, []);
  assert.equal(readRuleDocument(list!.text).rules.length, rules.length);
});

test("imported files have names that are safe, rule files' own, and not there yet", async () => {
  const rules = [...(await demoRules()), HOSTILE, { ...HOSTILE, id: "SDR_evil2" }];
  const existing = [
    "Bookings.dispatch-rule.json",
    "vip-guests.DISPATCH-RULE.json",
    "deployed.dispatch-rules.json",
    "readme.md",
  ];
  const names = importFiles(rules, "bare", existing).map(({ fileName }) => fileName);
  const all = [...existing, ...names].map((name) => name.toLowerCase());
  assert.equal(new Set(all).size, all.length, names.join());
  for (const name of names) {
    assert.match(name, /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*\.dispatch-rule\.json$/u);
    assert.ok(name.length <= 80 && isRuleFile(name));
  }
  assert.ok(names.includes("Bookings-2.dispatch-rule.json"), names.join());
  assert.equal(importFiles(rules, "list", existing)[0]!.fileName, "deployed-2.dispatch-rules.json");
});

test("a copy is a create request under another name, with everything else", async () => {
  const rule = (await demoRules()).find(({ name }) => name === "Bookings")!;
  const name = copyName(rule.name, new Set(["Bookings", "Bookings (copy)"]));
  assert.equal(name, "Bookings (copy 2)");
  const copy = JSON.parse(duplicateText(rule, name)) as { dispatch_rule: object };
  assert.equal(readRuleDocument(duplicateText(rule, name), "api-create").verdict?.ok, true);
  assert.equal(
    normalText(JSON.stringify({ ...copy.dispatch_rule, name: "Bookings" })),
    normalText(rule.text),
  );
  assert.equal(copyName("", new Set()), "(copy)");
  assert.equal(copyName("A (copy)", new Set(["A (copy)"])), "A (copy 2)");
});

const PROJECT = {
  entry: {
    id: "own:Test",
    name: "it's",
    host: "test.example",
    apiKey: "APItest",
    source: "own",
    place: "",
    isProduction: false,
    isDemo: false,
  },
  scheme: "https",
} as const;

/** What a shell makes of a command. */
function words(command: string, environment: Readonly<Record<string, string>>): string[] {
  const [name = "", ...rest] = command.split(" ");
  const script = `${name}() { printf '%s\\0' "$@"; }\n${[name, ...rest].join(" ")}`;
  return execFileSync("sh", ["-c", script], { env: environment, stdio: ["ignore", "pipe", "pipe"] })
    .toString()
    .split("\0");
}

test("a copied command holds no secret, and does not run before they are set", () => {
  const rule = `{"name": "it's", "rule": {"dispatch_rule_direct": {"room_name": "r", "pin": "4711"}},
    "room_config": {"egress": {"room": {"file_outputs": [{"s3": {"access_key": "AK", "secret": "S3CRET", "bucket": "b"}}]}}}}`;
  for (const { text, variables } of [lkCreateCommand(rule, PROJECT), curlCommand(rule, PROJECT)]) {
    assert.doesNotMatch(text, /4711|S3CRET/);
    assert.ok(
      variables.includes("LIVEKIT_RULE_PIN") && variables.includes("LIVEKIT_RULE_SECRET"),
      variables.join(),
    );
    assert.throws(() => words(text, {}), /LIVEKIT_/);
    const environment = Object.fromEntries(
      variables.map((name) => [name, name === "LIVEKIT_RULE_PIN" ? "4711" : name]),
    );
    const json = words(text, environment).find((word) => word.startsWith("{"));
    const sent = JSON.parse(json!) as {
      dispatch_rule: { name: string; rule: { dispatch_rule_direct: object } };
    };
    assert.deepEqual(sent.dispatch_rule.rule.dispatch_rule_direct, { room_name: "r", pin: "4711" });
    assert.equal(sent.dispatch_rule.name, "it's");
  }
});

test("lk is told the project: by its name only where lk knows it", () => {
  const lk = { ...PROJECT, entry: { ...PROJECT.entry, source: "lk" } } as const;
  assert.equal(
    lkUpdateCommand("SDR_a", lk, "rules/a b.json").text,
    String.raw`lk --project 'it'\''s' sip dispatch update --id SDR_a 'rules/a b.json'`,
  );
  assert.match(
    lkCreateCommand("{}", PROJECT, "a.json").text,
    /^lk --url https:\/\/test\.example --api-key "\$\{LIVEKIT_API_KEY:\?\}"/,
  );
});

test("a hostile name makes a harmless address, which leads back", () => {
  const place = { projectId: "own:a/b?c#d", ruleId: HOSTILE.id };
  const address = ruleAddress({ ...place, name: HOSTILE.name });
  assert.match(address.path, /^\/[\p{L}\p{N}_-]+\.dispatch-rule\.json$/u);
  assert.deepEqual(rulePlace(address), place);
  assert.ok(isRuleFile(address.path));
  for (const query of ["", "{", "[]", `["a"]`, `["a", 1]`, "null"])
    assert.equal(rulePlace({ ...address, query }), undefined);
  assert.equal(rulePlace({ ...address, scheme: "file" }), undefined);
});

test("side by side only real differences show", async () => {
  const rule = (await demoRules()).find(({ name }) => name === "Bookings")!;
  const same = `{"dispatch_rule": {"trunkIds": ["ST_DemoMainLine"], "room_config": {"agents": [{"metadata": "{\\"language\\": \\"en\\"}", "agentName": "booking-agent"}]},
    "numbers": ["+15105550100"], "hidePhoneNumber": false, "rule": {"dispatchRuleIndividual": {"room_prefix": "booking", "pin": ""}}, "name": "Bookings"}}`;
  const texts = normalTexts(rule.text, same);
  assert.ok(texts.ok);
  assert.equal(texts.file, texts.deployed);
  const other = normalTexts(rule.text, same.replace(`"booking", "pin"`, `"other", "pin"`));
  assert.ok(other.ok);
  const [left, right] = [other.deployed.split("\n"), other.file.split("\n")];
  assert.equal(left.filter((line, index) => line !== right[index]).length, 1);
  const broken = normalTexts(rule.text, "{");
  assert.ok(!broken.ok && broken.reason.includes("no JSON"));
});

test("lists whose order says nothing do not differ", () => {
  const rule = (trunks: string): string =>
    `{"rule": {"dispatch_rule_direct": {"room_name": "r"}}, "trunk_ids": ${trunks}}`;
  assert.equal(normalText(rule(`["a", "b"]`)), normalText(rule(`["b", "a"]`)));
});

test("an id is found where it is used, and not inside of another", () => {
  const text = `a: SDR_x\nSDR_xy SDR_x "SDR_x"\n\nSDR_x`;
  assert.deepEqual(
    placesOf("SDR_x", text).map(({ line, start, end }) => [
      line,
      start,
      text.split("\n")[line]!.slice(start, end),
    ]),
    [
      [0, 3, "SDR_x"],
      [1, 7, "SDR_x"],
      [1, 14, "SDR_x"],
      [3, 0, "SDR_x"],
    ],
  );
  assert.deepEqual(placesOf("", text), []);
});

test("above a rule stands what can be done with it", async () => {
  const live = openLive({ isSeeded: true });
  const [rules, trunks] = await Promise.all([live.client.rules.list(), live.client.inboundTrunks.list()]);
  assert.ok(rules.ok && trunks.ok);
  const known = {
    projectName: "Demo",
    state: { rules: rules.value, trunks: trunks.value },
    isDeployed: false,
  };
  const titles = (text: string, more: Partial<Parameters<typeof lensesOf>[1]> = {}): string[] =>
    lensesOf(text, { ...known, ...more }).map(({ title }) => title);
  const fresh = `{"dispatch_rule": {"rule": {"dispatch_rule_direct": {"room_name": "r"}}}}`;
  const own = rules.value.find(({ name }) => name === "Bookings")!.text;
  assert.deepEqual(titles(fresh), ["Create in Demo…"]);
  assert.deepEqual(titles(own), ["In sync with Demo", "Compare with Deployed in Demo"]);
  assert.deepEqual(titles(own.replace("booking-agent", "other")), [
    "Update in Demo…",
    "Compare with Deployed in Demo",
    "Differs from Demo: 1 changed",
  ]);
  assert.deepEqual(titles(own, { isDeployed: true }), ["Update in Demo…", "Compare with Deployed in Demo"]);
  assert.deepEqual(titles(fresh, { state: undefined }), [
    "Create in Demo…",
    "Compare with Deployed in Demo…",
  ]);
  const foreign = own.replace(/"SDR_\w+"/, `"SDR_elsewhere"`).replace("Bookings", "Other");
  for (const text of [fresh, own, own.replace("booking-agent", "other"), foreign])
    for (const more of [{}, { isDeployed: true }, { state: undefined }])
      for (const title of titles(text, more)) assert.match(title, /\bDemo\b/);
  assert.deepEqual(titles(fresh, { projectName: undefined }), ["Create…", "Select Project…"]);
  assert.deepEqual(titles(`{"items": [${own}]}`), []);
  assert.deepEqual(titles(fresh.slice(0, -1)), []);
  assert.doesNotMatch(titles(fresh, { projectName: "$(x) [a](command:b)" }).join(), /\$\(|\]\(/);
});
