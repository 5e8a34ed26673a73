/** Every call of `lk` that was run for real: what it took, and what is taken here. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { lkWords } from "../../../livekit/projects/lk.ts";
import type { Request } from "../../../livekit/projects/places.ts";
import { Secret } from "../../../livekit/projects/secret.ts";
import { CANARY, ENVIRONMENT, ONE, outcome, resolved, TWO, without, type Setting } from "./lk-home.ts";

const PROD = "prod at prod-4f2k.livekit.cloud";
const LK_PROD = 'takes project "prod" (prod-4f2k.livekit.cloud)';
const LK_OTHER = 'takes project "other" (my-sub-abc123.livekit.cloud)';
const TRAP = 'would take its only project "prod" (prod-4f2k.livekit.cloud) in a script, without a word';
const NONE =
  "stops in a script: no projects configured; run `lk cloud auth` in an interactive terminal or set --project";
const MANY = "stops in a script: multiple projects configured; set --project in non-interactive mode";
const LK_ENVIRONMENT = "takes key and secret from options and environment (127.0.0.1:1)";
const flags = { url: "http://127.0.0.1:9", apiKey: "devkey", apiSecret: new Secret(CANARY) };
const toml = (subdomain: string) => ({ "livekit.toml": `[project]\n  subdomain = "${subdomain}"\n` });

type Row = readonly [what: string, setting: Setting, request: Request, ours: string | RegExp, lk: string];

const rows: readonly Row[] = [
  ["nothing", {}, {}, "refused: There is no project.", NONE],
  [
    "environment",
    { environment: ENVIRONMENT },
    {},
    "environment at 127.0.0.1:1 by credentials",
    LK_ENVIRONMENT,
  ],
  [
    "key and secret without an address",
    { environment: { LIVEKIT_API_KEY: "devkey", LIVEKIT_API_SECRET: CANARY } },
    {},
    "environment at localhost:7880 by credentials",
    "takes key and secret from options and environment (localhost:7880)",
  ],
  [
    "an address alone",
    { environment: { LIVEKIT_URL: "ws://127.0.0.1:1" } },
    {},
    "refused: There is no project.",
    NONE,
  ],
  [
    "an address alone, and a default project",
    { config: TWO, environment: { LIVEKIT_URL: "ws://127.0.0.1:1" } },
    {},
    `${PROD} by lk-default`,
    LK_PROD,
  ],
  ["the default project", { config: TWO }, {}, `${PROD} by lk-default`, LK_PROD],
  [
    "environment beats default",
    { config: TWO, environment: ENVIRONMENT },
    {},
    /by credentials$/,
    LK_ENVIRONMENT,
  ],
  [
    "--project",
    { config: TWO },
    { project: "other" },
    "other at my-sub-abc123.livekit.cloud by named",
    LK_OTHER,
  ],
  [
    "--project beats environment",
    { config: TWO, environment: ENVIRONMENT },
    { project: "prod" },
    `${PROD} by named`,
    LK_PROD,
  ],
  [
    "unknown --project, two",
    { config: TWO },
    { project: "nope" },
    'refused: There is no project "nope".',
    MANY,
  ],
  ["unknown --project, none", {}, { project: "nope" }, 'refused: There is no project "nope".', NONE],
  [
    "unknown --project, one: the trap",
    { config: ONE },
    { project: "staging" },
    'refused: There is no project "staging".',
    TRAP,
  ],
  [
    "--subdomain",
    { config: TWO },
    { subdomain: "my-sub-abc123" },
    "other at my-sub-abc123.livekit.cloud by subdomain",
    LK_OTHER,
  ],
  [
    "unknown --subdomain, two",
    { config: TWO },
    { subdomain: "nope" },
    /^refused: No project of lk has the subdomain "nope"/,
    MANY,
  ],
  [
    "unknown --subdomain, one: the trap",
    { config: ONE },
    { subdomain: "nope" },
    /^refused: No project of lk/,
    TRAP,
  ],
  ["no default, two", { config: without(TWO) }, {}, /^refused: .+ has 2 projects and no default\.$/, MANY],
  ["no default, one", { config: without(ONE) }, {}, `${PROD} by lk-only`, TRAP],
  [
    "a default that is gone",
    { config: TWO.replace("default_project: prod", "default_project: gone") },
    {},
    /^refused: The default project "gone" is not among/,
    MANY,
  ],
  [
    "a default that is gone, one: the trap",
    { config: ONE.replace("default_project: prod", "default_project: gone") },
    {},
    /^refused: The default project "gone" is not among/,
    TRAP,
  ],
  [
    "--dev",
    {},
    { isDev: true },
    "dev at localhost:7880 by dev",
    "takes the development server (localhost:7880)",
  ],
  [
    "--dev --url",
    {},
    { isDev: true, flags: { url: flags.url } },
    "dev at 127.0.0.1:9 by dev",
    "takes the development server (127.0.0.1:9)",
  ],
  [
    "--dev with a key in the environment",
    { environment: ENVIRONMENT },
    { isDev: true },
    "dev at 127.0.0.1:1 by dev",
    NONE,
  ],
  [
    "--dev with a key in the environment, one: the trap",
    { config: ONE, environment: { LIVEKIT_API_KEY: "devkey", LIVEKIT_API_SECRET: CANARY } },
    { isDev: true },
    "dev at localhost:7880 by dev",
    TRAP,
  ],
  [
    "--dev --project: the trap",
    { config: ONE },
    { isDev: true, project: "prod" },
    "refused: --project and --dev name two servers.",
    TRAP,
  ],
  [
    "options",
    { config: TWO },
    { flags },
    "options at 127.0.0.1:9 by credentials",
    "takes key and secret from options and environment (127.0.0.1:9)",
  ],
  [
    "options beat environment, value by value",
    { environment: ENVIRONMENT },
    { flags: { url: flags.url } },
    "options at 127.0.0.1:9 by credentials",
    "takes key and secret from options and environment (127.0.0.1:9)",
  ],
  [
    "livekit.toml",
    { config: TWO, files: toml("my-sub-abc123") },
    {},
    "other at my-sub-abc123.livekit.cloud by livekit-toml",
    LK_OTHER,
  ],
  [
    "livekit.toml, unknown",
    { config: TWO, files: toml("nope") },
    {},
    /^refused: .+ "nope", which livekit\.toml names\.$/,
    MANY,
  ],
  [
    "livekit.toml, unknown, one: the trap",
    { config: ONE, files: toml("nope") },
    {},
    /^refused: No project of lk/,
    TRAP,
  ],
  [
    "environment beats livekit.toml",
    { config: TWO, environment: ENVIRONMENT, files: toml("my-sub-abc123") },
    {},
    /by credentials$/,
    LK_ENVIRONMENT,
  ],
  [
    "livekit.toml that is broken: the trap",
    { config: TWO, files: { "livekit.toml": "[project" } },
    {},
    "refused: livekit.toml cannot be read: line 1 is not TOML.",
    LK_PROD,
  ],
  [
    "livekit.toml that is empty",
    { config: TWO, files: { "livekit.toml": "" } },
    {},
    `${PROD} by lk-default`,
    MANY,
  ],
  [
    "half of the environment, one: the trap",
    { config: ONE, environment: { LIVEKIT_URL: "ws://127.0.0.1:1", LIVEKIT_API_KEY: "k" } },
    {},
    "refused: LIVEKIT_API_KEY is set and LIVEKIT_API_SECRET is not.",
    TRAP,
  ],
  [
    "half of the environment, none",
    { environment: { LIVEKIT_URL: "ws://127.0.0.1:1", LIVEKIT_API_KEY: "k" } },
    {},
    "refused: LIVEKIT_API_KEY is set and LIVEKIT_API_SECRET is not.",
    NONE,
  ],
];

describe("what lk takes and what is taken here", () => {
  for (const [what, setting, request, ours, lk] of rows)
    test(what, () => {
      const resolution = resolved(setting, request);
      if (typeof ours === "string") assert.equal(outcome(resolution), ours);
      else assert.match(outcome(resolution), ours);
      assert.equal(lkWords(resolution.lk), lk);
    });
});

test("wherever lk finds what it was asked for, it is taken here as well, or nothing is", () => {
  for (const [what, setting, request] of rows) {
    const resolution = resolved(setting, request);
    const isFound =
      resolution.lk.kind !== "refuses" && !("isFallback" in resolution.lk && resolution.lk.isFallback);
    if (resolution.ok && isFound) assert.ok(resolution.isSameAsLk, what);
  }
});
