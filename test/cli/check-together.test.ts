/** `check` with the whole picture: files beside each other, beside trunks, and beside what is deployed. */
import assert from "node:assert/strict";
import { chmodSync } from "node:fs";
import { describe, test } from "node:test";
import { liveProject, SECRET } from "./live-project.ts";
import type { Ran } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const project = await liveProject();
const { emulator, url, store } = project;
emulator.store.put("inboundTrunk", "ST_8m3KxQv7Rt2Z", {
  sipTrunkId: "ST_8m3KxQv7Rt2Z",
  name: "Main",
  numbers: ["+15550100", "+15550101"],
  authUsername: "u",
  authPassword: "canary-trunk",
});
const board = await store({
  name: "Board",
  trunkIds: ["ST_8m3KxQv7Rt2Z"],
  numbers: ["+15550100"],
  rule: { dispatchRuleDirect: { roomName: "board", pin: "4711" } },
});

const direct = (roomName: string, more: object = {}): string =>
  JSON.stringify({ dispatch_rule: { rule: { dispatchRuleDirect: { roomName } }, ...more } });

const cwd = temporaryFolder({
  "missing.json": direct("a", { trunk_ids: ["ST_7dKqWm3ZxR5c"] }),
  "unreadable-trunks.json": `[{"sipTrunkId": "ST_8m3KxQv7Rt2Z", "numbers": ["+15550100"]}, {"sipTrunkId": 7}]`,
  "a.json": direct("a", { numbers: ["15550100"] }),
  "b.json": direct("b", { numbers: ["15550100"] }),
  "board.json": JSON.stringify({
    dispatch_rule: {
      name: "Another",
      trunk_ids: ["ST_8m3KxQv7Rt2Z"],
      numbers: ["+15550100"],
      rule: { dispatchRuleDirect: { roomName: "other", pin: "4711" } },
    },
  }),
  "same.json": JSON.stringify({
    dispatch_rule: {
      trunk_ids: ["ST_8m3KxQv7Rt2Z"],
      numbers: ["+15550100"],
      rule: { dispatchRuleDirect: { roomName: "board", pin: "4711" } },
    },
  }),
  "comma.json": `{"dispatch_rule": {"numbers": ["15550100"], "rule": {"dispatchRuleDirect": {"roomName": "c"}},}}`,
  "trunks.json": JSON.stringify({
    items: [
      { sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100"] },
      { sipTrunkId: "ST_2wJBTJUKPx68", numbers: ["+15550177"] },
    ],
  }),
});
const home = temporaryFolder({
  ".livekit/cli-config.yaml": `projects:\n    - name: prod\n      url: ${url}\n      api_key: devkey\n      api_secret: ${SECRET}\n    - name: closed\n      url: http://127.0.0.1:9\n      api_key: devkey\n      api_secret: ${SECRET}\n`,
});
chmodSync(`${home}/.livekit/cli-config.yaml`, 0o600);

const run = (words: string, stdin?: string): Promise<Ran> =>
  project.run(["check", ...words.split(" ")], {
    cwd,
    env: { HOME: home },
    ...(stdin !== undefined && { stdin }),
  });

interface Report {
  files: { path: string; problems: { code: string; severity: string; related?: object[] }[] }[];
}

async function codes(words: string, stdin?: string): Promise<Record<string, string[]>> {
  const { stdout } = await run(`--format json ${words}`, stdin);
  const { files } = JSON.parse(stdout) as Report;
  return Object.fromEntries(files.map(({ path, problems }) => [path, problems.map(({ code }) => code)]));
}

describe("check with the whole picture", () => {
  test("files compete only when somebody says that they belong together", async () => {
    assert.deepEqual(await codes("a.json b.json"), { "a.json": [], "b.json": [] });
    assert.deepEqual(await codes("--together a.json b.json"), {
      "a.json": ["rule-conflict"],
      "b.json": ["rule-conflict"],
    });
    // Trunks alone do not say it.
    const withTrunks = await codes("--trunks trunks.json a.json b.json");
    assert.deepEqual(withTrunks, { "a.json": ["number-unlike-trunk"], "b.json": ["number-unlike-trunk"] });
  });

  test("the other place stands in every format", async () => {
    const text = await run("--together a.json b.json");
    assert.equal(text.code, 1);
    assert.match(text.stdout, /a\.json:1:.*error\[rule-conflict\]/);
    assert.match(text.stdout, / = see b\.json:1:\d+: This rule has it as well\./);
    assert.match(text.stdout, /LiveKit answers: Dispatch rule for the same trunk/);
    const { stdout: json } = await run("--together --format json a.json b.json");
    assert.match(json, /"related":\[\{"message":"[^"]*","path":"b\.json","line":1,/);
    const { stdout: github } = await run("--together --format github a.json b.json");
    assert.match(github, /^::error file=a\.json,.*%0ASee b\.json:1:\d+: /m);
    const { stdout: sarif } = await run("--together --format sarif a.json b.json");
    const report = JSON.parse(sarif) as {
      runs: { results: { relatedLocations: { physicalLocation: { artifactLocation: object } }[] }[] }[];
    };
    const [place] = report.runs[0]?.results[0]?.relatedLocations ?? [];
    assert.deepEqual(place?.physicalLocation.artifactLocation, { uri: "b.json", uriBaseId: "%SRCROOT%" });
  });

  test("trunks and numbers that nobody serves are reported in the file of trunks", async () => {
    assert.deepEqual((await codes("--together --trunks trunks.json board.json"))["trunks.json"], [
      "trunk-without-rule",
    ]);
    // A rule that LiveKit would refuse may be meant for them.
    assert.equal(
      (await codes("--together --trunks trunks.json board.json comma.json"))["trunks.json"],
      undefined,
    );
  });

  test("severities hold for what is said of trunks as well", async () => {
    const words = "--together --trunks trunks.json board.json";
    assert.equal((await codes(`${words} --level trunk-without-rule=off`))["trunks.json"], undefined);
    assert.equal((await run(`${words} --level trunk-without-rule=error`)).code, 1);
  });

  test("where a trunk cannot be read, nobody knows which there are", async () => {
    const words = "--together missing.json --trunks";
    assert.deepEqual((await codes(`${words} trunks.json`))["missing.json"], ["missing-trunk"]);
    assert.deepEqual((await codes(`${words} unreadable-trunks.json`))["missing.json"], []);
  });

  test("standard input is one of the files", async () => {
    assert.deepEqual(await codes("--together a.json -", direct("c", { numbers: ["+15550100"] })), {
      "a.json": ["rule-conflict"],
      "<stdin>": ["rule-conflict"],
    });
  });

  test("files are mended before they are held against each other", async () => {
    const folder = temporaryFolder({
      "a.json": direct("a"),
      "c.json": direct("c").replace(/}}$/, "},}"),
    });
    const { code, stdout, stderr } = await project.run(["check", "--together", "--fix", "a.json", "c.json"], {
      cwd: folder,
    });
    assert.equal(code, 1);
    assert.match(stderr, /c\.json: fixed/);
    assert.match(stdout, /c\.json:1:\d+: error\[rule-conflict\]/);
  });

  test("a rule is held against what is deployed, and not against itself", async () => {
    const { code, stdout } = await run("--project prod board.json");
    assert.equal(code, 1);
    assert.match(stdout, new RegExp(`beside the deployed rule "Board" \\(\`${board}\`\\)`));
    assert.match(stdout, new RegExp(` = see ${board}: This rule has it as well\\.`));
    assert.match(stdout, /inbound trunks of project "prod":4:\d+: warning\[number-without-rule\]/);
    assert.doesNotMatch(stdout, /canary|4711, /);
    assert.deepEqual((await codes("--project prod same.json"))["same.json"], []);
  });

  test("agents are held against code, where that names them all", async () => {
    const agents = (name: string): string =>
      JSON.stringify({
        dispatch_rule: {
          rule: { dispatchRuleDirect: { roomName: "a" } },
          room_config: { agents: [{ agent_name: name }] },
        },
      });
    const folder = temporaryFolder({
      "rule.json": agents("triage"),
      "code/agent.py": `from livekit.agents import WorkerOptions\nWorkerOptions(agent_name="triage_agent")\n`,
      "open/agent.py": `from livekit.agents import WorkerOptions\nWorkerOptions(agent_name=os.environ["NAME"])\n`,
    });
    const check = (code: string): Promise<Ran> =>
      project.run(["check", "--code", code, "rule.json"], { cwd: folder });
    assert.match((await check("code")).stdout, /warning\[agent-not-registered\].*"triage"/);
    const open = await check("open");
    assert.doesNotMatch(open.stdout, /agent-not-registered/);
    assert.match(open.stderr, /a name comes from elsewhere/);
    assert.equal((await check("nosuch")).code, 2);
  });

  test("a project that cannot be asked ends it, with the reason", async () => {
    const { code, stderr, stdout } = await run("--project closed a.json");
    assert.ok(code !== 0 && code !== 1, String(code));
    assert.match(stderr, /127\.0\.0\.1:9/);
    assert.equal(stdout, "");
  });

  test("a file of trunks that holds none is wrong usage", async () => {
    const { code, stderr } = await run("--trunks a.json b.json");
    assert.equal(code, 2);
    assert.match(stderr, /no inbound trunks/);
  });
});
