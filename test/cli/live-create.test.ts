import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { canary } from "../livekit/support/canary.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { liveProject, ruleFor, SECRET } from "./live-project.ts";

const { run, client } = await liveProject();
const twoFiles = temporaryFolder({
  "a.json": JSON.stringify(ruleFor("first")),
  "b.json": JSON.stringify({ ...ruleFor("second"), trunkIds: ["ST_first"] }),
});

async function deployed(): Promise<readonly string[]> {
  const rules = await client.rules.list();
  assert.ok(rules.ok);
  return rules.value.map(({ name }) => name);
}

describe("create", () => {
  test("a rule itself, without the fields of the server, which are named", async () => {
    const stdin = JSON.stringify({ sipDispatchRuleId: "SDR_old", ...ruleFor("bare", { numbers: ["+1"] }) });
    const { code, stdout, stderr } = await run(["create", "--yes", "-"], { stdin });
    assert.match(stdout, /^<stdin>: created SDR_\w{12} "bare"\n$/);
    assert.match(
      stderr,
      /^Project "environment" \(127\.0\.0\.1:\d+\): LIVEKIT_API_KEY and LIVEKIT_API_SECRET are set\.\n/,
    );
    assert.match(stderr, /<stdin>: left out sipDispatchRuleId: /);
    assert.equal(code, 0);
    const rules = await client.rules.list();
    assert.match(
      rules.ok ? rules.value.find(({ name }) => name === "bare")!.text : "",
      /"numbers": ?\["\+1"\]/,
    );
  });
  test("several files, as JSON", async () => {
    const stdin = JSON.stringify({ dispatch_rule: ruleFor("wrapped") });
    const { stdout } = await run(["create", "--yes", "--json", "-"], { stdin });
    const result = JSON.parse(stdout) as {
      project: { name: string };
      created: { id: string; name: string }[];
    };
    assert.equal(result.project.name, "environment");
    assert.equal(result.created[0]!.name, "wrapped");
  });
  test("a dry run sends nothing", async () => {
    const before = await deployed();
    const { code, stderr } = await run(["create", "--dry-run", "-"], {
      stdin: JSON.stringify(ruleFor("dry")),
    });
    assert.match(stderr, /<stdin>: LiveKit takes it; nothing was sent\.\n$/);
    assert.equal(code, 0);
    assert.deepEqual(await deployed(), before);
  });
  test("without a terminal and without --yes it is refused", async () => {
    const { code, stderr } = await run(["create", "-"], { stdin: JSON.stringify(ruleFor("asked")) });
    assert.match(stderr, /^There is no terminal to ask at: add --yes/);
    assert.equal(code, 2);
  });
  test("LiveKit's verdict comes first, with the place", async () => {
    const stdin = '{\n  "dispatch_rule": {\n    "rule": {},\n    "name": "x"\n  }\n}\n';
    const { code, stderr } = await run(["create", "--yes", "-"], { stdin });
    assert.match(stderr, /<stdin>:3:\d+: error\[rule-without-kind\]/);
    assert.match(stderr, /LiveKit answers: .*unsupported SIP Dispatch Rule/);
    assert.match(stderr, /LiveKit refuses this rule; nothing was sent\.\n$/);
    assert.equal(code, 1);
  });
  test("a misspelt field is not dropped in silence", async () => {
    const stdin = JSON.stringify({ ...ruleFor("misspelt"), inboundNumber: ["+1"] }, null, 2);
    const refused = await run(["create", "--yes", "-"], { stdin });
    assert.match(refused.stderr, /warning\[unknown-field\]/);
    assert.match(refused.stderr, /nothing was sent\. With --keep-unknown/);
    assert.equal(refused.code, 1);
    assert.equal((await run(["create", "--yes", "--keep-unknown", "-"], { stdin })).code, 0);
  });
  test("a conflict is known before the first of two files is created", async () => {
    const before = await deployed();
    const { code, stderr, stdout } = await run(["create", "--yes", "--json", "a.json", "b.json"], {
      cwd: twoFiles,
    });
    assert.match(
      stderr,
      /b\.json: LiveKit refuses this rule; nothing was sent\. It would answer: Dispatch rule for the same trunk/,
    );
    assert.match(stderr, /\n\S+ ".*" takes these calls already: update it, or give the new rule trunks/);
    assert.equal((JSON.parse(stdout) as { error: { kind: string } }).error.kind, "conflict");
    assert.equal(code, 1);
    assert.deepEqual(await deployed(), before);
  });
  test("a list is no rule, and a missing file none at all", async () => {
    const list = await run(["create", "--yes", "-"], { stdin: JSON.stringify({ items: [ruleFor("a")] }) });
    assert.match(
      list.stderr,
      /<stdin>: nothing was sent\. This is a list of rules.* To split it: livekit-dispatch convert /,
    );
    assert.equal(list.code, 1);
    const missing = await run(["create", "--yes", "missing.json"]);
    assert.match(missing.stderr, /missing\.json: no such file or folder\n$/);
    assert.equal(missing.code, 2);
  });
});

describe("no answer, exit code 3", () => {
  test("a wrong secret", async () => {
    const env = { LIVEKIT_API_SECRET: canary("wrong") };
    const { code, stderr, stdout } = await run(["list", "--json"], { env });
    assert.equal(code, 3);
    assert.match(stderr, /secret/);
    assert.equal((JSON.parse(stdout) as { error: { kind: string } }).error.kind, "unauthorized");
    assert.doesNotMatch(stderr + stdout, /canary/);
  });
  test("nobody listens", async () => {
    const { code, stderr } = await run(["list"], { env: { LIVEKIT_URL: "http://127.0.0.1:1" } });
    assert.equal(code, 3);
    assert.match(stderr, /127\.0\.0\.1:1/);
  });
});

test("a project that there is not: what lk would have done is told", async () => {
  const { code, stderr } = await run(["create", "--yes", "--project", "staging", "-"], { stdin: "{}" });
  assert.match(stderr, /^There is no project "staging"\./);
  assert.equal(code, 2);
});

test("no secret in any output", async () => {
  for (const words of [["projects"], ["projects", "--json"], ["list"], ["list", "--json"]]) {
    const { stdout, stderr } = await run(words);
    assert.ok(!(stdout + stderr).includes(SECRET), words.join(" "));
  }
});
