/** Sources besides what `lk` was seen to do, and the words about them. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { inspect } from "node:util";
import { connectionTo, type Project } from "../../../livekit/projects/project.ts";
import { resolveProject } from "../../../livekit/projects/resolve.ts";
import { Secret } from "../../../livekit/projects/secret.ts";
import { readLivekitToml } from "../../../livekit/projects/livekit-toml.ts";
import { readPlaces } from "../../../livekit/projects/node.ts";
import { CANARY, ENVIRONMENT, home, ONE, outcome, places, resolved, TWO } from "./lk-home.ts";

const DOT_ENV = `# my project
export LIVEKIT_URL="wss://env-1.livekit.cloud" # the address
LIVEKIT_API_KEY='APIenv'
LIVEKIT_API_SECRET=${CANARY}
`;

describe(".env files, which lk does not read", () => {
  test("count where lk has nothing", () => {
    const resolution = resolved({ files: { ".env": DOT_ENV } });
    assert.equal(outcome(resolution), ".env at env-1.livekit.cloud by dot-env");
    assert.ok(resolution.ok);
    assert.match(resolution.why, /lk does not read/);
    assert.equal(connectionTo(resolution.project).apiKey, "APIenv");
    assert.equal(resolution.isSameAsLk, false);
  });
  test("lose against lk's default project, and are named", () => {
    const { lost, ...resolution } = resolved({ config: ONE, files: { ".env": DOT_ENV } });
    assert.ok(resolution.ok);
    assert.equal(resolution.source, "lk-default");
    assert.deepEqual(
      lost.map(({ project }) => project?.host),
      ["env-1.livekit.cloud"],
    );
  });
  test("the one for this machine alone counts most; templates count nothing", () => {
    const local = DOT_ENV.replace("env-1", "env-local");
    const files = { ".env": DOT_ENV, ".env.local": local, ".env.example": DOT_ENV };
    assert.equal(outcome(resolved({ files })), ".env.local at env-local.livekit.cloud by dot-env");
    assert.equal(outcome(resolved({ files: { ".env.example": DOT_ENV } })), "refused: There is no project.");
  });
  test("are not read in a folder that is not trusted", () => {
    assert.equal(
      outcome(resolved({ files: { ".env": DOT_ENV }, isTrusted: false })),
      "refused: There is no project.",
    );
  });
  test("with half of it are refused by name", () => {
    const resolution = resolved({ files: { ".env": "LIVEKIT_API_KEY=APIenv" } });
    assert.equal(
      outcome(resolution),
      "refused: In .env LIVEKIT_API_KEY is set and LIVEKIT_API_SECRET is not.",
    );
  });
});

describe("own entries and the demo", () => {
  const own: Project = {
    name: "mine",
    url: "wss://mine.livekit.cloud",
    apiKey: "APImine",
    apiSecret: new Secret(CANARY),
    place: "VS Code",
  };
  const demo: Project = { ...own, name: "demo", url: "http://127.0.0.1:7880", place: "emulator" };
  test("the only entry is taken where there is nothing else", () => {
    assert.equal(
      outcome(resolveProject({}, { ...places({}), own: [own] })),
      "mine at mine.livekit.cloud by own",
    );
  });
  test("two want a choice", () => {
    const two = { ...places({}), own: [own, { ...own, name: "second" }] };
    assert.equal(outcome(resolveProject({}, two)), "refused: There are 2 projects, and none is chosen.");
    assert.equal(
      outcome(resolveProject({ project: "second" }, two)),
      "second at mine.livekit.cloud by named",
    );
  });
  test("the demo is only taken by its name", () => {
    const there = { ...places({}), demo };
    assert.equal(outcome(resolveProject({}, there)), "refused: There is no project.");
    assert.equal(outcome(resolveProject({ project: "demo" }, there)), "demo at 127.0.0.1:7880 by named");
  });
});

describe("words", () => {
  test("an unknown name says what was meant, and what there is", () => {
    const resolution = resolved({ config: TWO }, { project: "prdo" });
    assert.ok(!resolution.ok);
    assert.equal(resolution.advice, 'Did you mean "prod"? There is "prod", "other".');
  });
  test("an address in the environment that is passed over is told", () => {
    const { warnings } = resolved({ config: ONE, environment: { LIVEKIT_URL: "https://else.example" } });
    assert.deepEqual(warnings, [
      "LIVEKIT_URL names another server, else.example. Without a key and a secret it does not count.",
    ]);
    const same = resolved({ config: ONE, environment: { LIVEKIT_URL: "https://prod-4f2k.livekit.cloud/" } });
    assert.deepEqual(same.warnings, []);
  });
  test("what lost is told", () => {
    const { lost } = resolved({ config: TWO, environment: ENVIRONMENT });
    assert.deepEqual(lost, [
      {
        source: "lk-default",
        title: "the default project of lk",
        project: { name: "prod", host: "prod-4f2k.livekit.cloud" },
        reason: "what was taken goes before it",
      },
    ]);
  });
});

describe("cli-config.yaml", () => {
  const broken: readonly (readonly [what: string, text: string, problem: RegExp])[] = [
    ["a list that does not end", "projects: [", /line 1 is not YAML/],
    [
      "a tab",
      "default_project: prod\nprojects:\n\t- name: prod\n",
      /line 3 is not YAML: it begins with a tab/,
    ],
    ["a list instead of names", "- prod\n", /something else than/],
    ["projects that are a text", "projects: prod\n", /its `projects` are no list/],
    ["a project that is a text", "projects: [prod]\n", /entry 1 of its `projects` is no project/],
    ["a name twice", `projects: []\nprojects: []\n`, /line 2 is not YAML: it repeats a name/],
    ["megabytes", "#".repeat(2 << 20), /larger than 1 MiB/],
    ["bytes", "\u0000\u0001\u0002", /is not YAML|something else/],
    ["a secret in a broken line", `projects:\n  - api_secret: "${CANARY}\n`, /line \d is not YAML/],
  ];
  for (const [what, config, problem] of broken)
    test(what, () => {
      const resolution = resolved({ config });
      assert.match(outcome(resolution), /^refused: .+cli-config\.yaml cannot be read: /);
      assert.match(outcome(resolution), problem);
      assert.doesNotMatch(JSON.stringify(resolution), new RegExp(CANARY));
      // Whoever does not ask it does not mind.
      assert.equal(resolved({ config, environment: ENVIRONMENT }).ok, true);
    });
  test("empty, or with nothing in it, is a list without projects", () => {
    for (const config of [
      "",
      "\n",
      "# nothing\n",
      "projects:\n",
      "projects: []\ndefault_project:\n",
      "projects: null",
    ])
      assert.equal(outcome(resolved({ config })), "refused: There is no project.");
  });
  test("names are texts, however they look", () => {
    const config = ONE.replaceAll(/\bprod$/gm, "007");
    assert.equal(outcome(resolved({ config })), "007 at prod-4f2k.livekit.cloud by lk-default");
  });
  test("a project without a secret says so", () => {
    const config = ONE.replace(/api_secret: .*/, 'api_secret: ""');
    assert.match(outcome(resolved({ config })), /^refused: Project "prod" in .+ has no api_secret\.$/);
  });
  test("that others can read warns", { skip: process.platform === "win32" }, () => {
    assert.match(
      resolved({ config: ONE, mode: 0o644 }).warnings.join(),
      /^Others .+ run `chmod 600` on it\.$/,
    );
    assert.deepEqual(resolved({ config: ONE, mode: 0o600 }).warnings, []);
  });
  test("that is a folder or a pipe says so, and nobody waits", { skip: process.platform === "win32" }, () => {
    for (const make of [
      (file: string) => mkdirSync(file),
      (file: string) => execFileSync("mkfifo", [file]),
    ]) {
      const folder = home();
      mkdirSync(path.join(folder, ".livekit"));
      make(path.join(folder, ".livekit", "cli-config.yaml"));
      const resolution = resolveProject({}, readPlaces({ environment: { HOME: folder }, isTrusted: true }));
      assert.match(outcome(resolution), /cannot be read: it is no file\.$/);
    }
  });
});

test("a secret does not get out by accident", () => {
  const resolution = resolved({ config: TWO, environment: ENVIRONMENT, files: { ".env": DOT_ENV } });
  assert.ok(resolution.ok);
  const { apiSecret } = resolution.project;
  const texts = [
    JSON.stringify(resolution),
    inspect(resolution, { depth: 20, showHidden: true }),
    String(apiSecret),
    ["", apiSecret].join("secret: "),
    inspect(places({ config: TWO, environment: ENVIRONMENT }), { depth: 20 }),
  ];
  for (const text of texts) assert.ok(!text.includes(CANARY), text.slice(0, 200));
  assert.equal(apiSecret.reveal(), CANARY);
});

test("livekit.toml as people write it", () => {
  const text = `# tied to production
[project]
subdomain = 'my-sub' # ours
[agent]
id = "CA_abc"
list = [
  "a", # ]
  "b",
]
note = """
[project
"""
[[secrets]]
"quoted name".other = 5
`;
  assert.deepEqual(readLivekitToml(text), { ok: true, subdomain: "my-sub" });
  assert.deepEqual(readLivekitToml('project.subdomain = "a"'), { ok: true, subdomain: "a" });
  assert.deepEqual(readLivekitToml("[project]\nsubdomain = my-sub"), { ok: false, line: 2 });
});
