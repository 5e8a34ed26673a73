/** Which projects there are, which one is active, and why. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DEMO_PROJECT } from "../../../client/projects/demo-project.ts";
import { mergePlaces } from "../../../client/projects/folder-places.ts";
import { chooseProject, knownProjects } from "../../../client/projects/known-projects.ts";
import { readNoPlaces } from "../../../client/projects/places-reader.ts";
import { readLkConfig } from "../../../livekit/projects/lk-config.ts";
import { readLivekitToml } from "../../../livekit/projects/livekit-toml.ts";
import { readDotEnv } from "../../../livekit/projects/dot-env.ts";
import type { Places } from "../../../livekit/projects/places.ts";
import { Secret } from "../../../livekit/projects/secret.ts";
import { canary } from "../../livekit/support/canary.ts";

const PLACE = "~/.livekit/cli-config.yaml";
const SECRET = canary("explorer");

function lkList(names: readonly string[], defaultProject = ""): Partial<Places> {
  const projects = names.map(
    (name) => `  - {name: "${name}", url: "wss://${name}.livekit.cloud", api_key: k, api_secret: ${SECRET}}`,
  );
  const text = `default_project: "${defaultProject}"\nprojects:\n${projects.join("\n")}\n`;
  return { lkConfig: { place: PLACE, reading: readLkConfig(text, PLACE), isReadableByOthers: false } };
}

const own = (name: string, url = `https://${name}.example.com`) => ({
  name,
  url,
  apiKey: "k",
  apiSecret: new Secret(SECRET),
  place: "entered in VS Code",
});

function look(more: Partial<Places>, chosen?: string, production: readonly string[] = [], setting?: string) {
  const places = { ...readNoPlaces(undefined), demo: DEMO_PROJECT, ...more };
  const known = knownProjects(places, (host) => production.includes(host));
  const choice = chooseProject({ chosen, setting }, places, known);
  return { ids: known.map(({ entry }) => entry.id), known, choice };
}

describe("the projects", () => {
  test("are lk's, those entered here, the environment's, those of .env files, and the demo", () => {
    const credentials = readDotEnv(
      `LIVEKIT_URL=wss://env.example.com\nLIVEKIT_API_KEY=k\nLIVEKIT_API_SECRET=${SECRET}`,
    );
    const { ids, known } = look({
      ...lkList(["prod", "staging"]),
      own: [own("mine")],
      environment: credentials,
      dotEnv: [
        { place: ".env.local", credentials },
        { place: ".env", credentials: { url: "wss://no-key.example.com" } },
      ],
    });
    assert.deepEqual(ids, [
      "lk:prod",
      "lk:staging",
      "own:mine",
      "environment:environment",
      "dot-env:.env.local",
      "demo",
    ]);
    assert.equal(known[0]?.entry.host, "prod.livekit.cloud");
  });

  test("hold no secret in what is shown of them", () => {
    const { known, choice } = look({ ...lkList(["prod"], "prod"), own: [own("mine")] });
    assert.ok(!JSON.stringify([known, choice]).includes(SECRET));
  });

  test("of two with one name in lk's list the first counts, as with lk", () => {
    assert.deepEqual(look(lkList(["prod", "prod"])).ids, ["lk:prod", "demo"]);
  });

  test("are production by their server, by whatever entry it is reached; the demo never is", () => {
    const { known } = look(
      { ...lkList(["prod"]), own: [own("same", "https://prod.livekit.cloud"), own("other")] },
      undefined,
      ["prod.livekit.cloud", "demo.localhost"],
    );
    assert.deepEqual(
      known.map(({ entry }) => [entry.id, entry.isProduction]),
      [
        ["lk:prod", true],
        ["own:same", true],
        ["own:other", false],
        ["demo", false],
      ],
    );
  });
});

describe("the active project", () => {
  test("is none where nothing is set up, and that is no mistake; the demo is only taken when it is asked for", () => {
    assert.deepEqual(look({}).choice, {});
    const { choice } = look({}, "demo");
    assert.ok("known" in choice);
    assert.equal(choice.known.entry.id, "demo");
  });

  test("is lk's default project, with the reason", () => {
    const { choice } = look(lkList(["staging", "prod"], "prod"));
    assert.ok("known" in choice);
    assert.equal(choice.known.entry.id, "lk:prod");
    assert.equal(choice.why, `it is the default project in ${PLACE}`);
    assert.equal(choice.lkNote, undefined);
  });

  test("is the one that was chosen, with a note of what lk would take", () => {
    const { choice } = look(lkList(["staging", "prod"], "prod"), "lk:staging");
    assert.ok("known" in choice);
    assert.equal(choice.known.entry.name, "staging");
    assert.equal(choice.why, "you chose it in this workspace");
    assert.equal(choice.lkNote, 'lk in the terminal takes project "prod" (prod.livekit.cloud)');
    const demo = look(lkList(["prod"], "prod"), "demo").choice;
    assert.ok("known" in demo);
    assert.match(demo.lkNote ?? "", /takes project "prod"/);
  });

  test("is never another one than the one that was chosen and is gone", () => {
    assert.deepEqual(look(lkList(["prod"], "prod"), "own:gone").choice, {
      problem: 'The chosen project "gone" is no longer there. Choose another one.',
    });
  });

  test("is the one that the setting names, by id or name, unless another one is chosen", () => {
    const by = (setting: string, chosen?: string) =>
      look(lkList(["a", "b"], "a"), chosen, [], setting).choice;
    for (const setting of ["lk:b", "b"]) {
      const choice = by(setting);
      assert.ok("known" in choice);
      assert.equal(choice.known.entry.id, "lk:b");
      assert.equal(choice.why, "the setting livekitDispatch.project names it");
    }
    const demo = by("demo");
    assert.ok("known" in demo && demo.known.entry.isDemo);
    const chosen = by("b", "lk:a");
    assert.ok("known" in chosen && chosen.known.entry.name === "a");
    assert.deepEqual(by("c"), {
      problem: 'The setting livekitDispatch.project names "c", and there is no such project.',
    });
  });

  test("is none where several could be meant, or what says it is broken", () => {
    const problemOf = (more: Partial<Places>) => {
      const { choice } = look(more);
      return "problem" in choice ? choice.problem : undefined;
    };
    assert.match(problemOf(lkList(["a", "b"])) ?? "", /has 2 projects and no default\. Choose a project/);
    assert.match(problemOf({ own: [own("a"), own("b")] }) ?? "", /none is chosen/);
    assert.match(problemOf({ environment: { apiKey: "k" } }) ?? "", /LIVEKIT_API_SECRET is not/);
    assert.match(
      problemOf({
        lkConfig: { place: PLACE, reading: readLkConfig("{", PLACE), isReadableByOthers: false },
      }) ?? "",
      /cannot be read/,
    );
    const toml = { place: "livekit.toml", reading: readLivekitToml('[project]\nsubdomain = "nobody"\n') };
    assert.match(
      problemOf({ ...lkList(["prod"], "prod"), livekitToml: toml }) ?? "",
      /"nobody", which livekit\.toml names/,
    );
  });

  test("comes from the environment before lk's default, as with lk, and from a .env file, which lk does not read", () => {
    const credentials = readDotEnv(
      `LIVEKIT_URL=wss://e.example.com\nLIVEKIT_API_KEY=k\nLIVEKIT_API_SECRET=${SECRET}`,
    );
    const environment = look({ ...lkList(["prod"], "prod"), environment: credentials }).choice;
    assert.ok("known" in environment);
    assert.equal(environment.known.entry.id, "environment:environment");
    const file = look({ dotEnv: [{ place: ".env", credentials }] }).choice;
    assert.ok("known" in file);
    assert.equal(file.known.entry.id, "dot-env:.env");
  });
});

describe("several folders", () => {
  const credentials = { apiKey: "k", apiSecret: new Secret(SECRET) };
  const places = (subdomain: string | undefined): Places => ({
    ...readNoPlaces(undefined),
    dotEnv: [{ place: ".env", credentials }],
    ...(subdomain !== undefined && {
      livekitToml: {
        place: "livekit.toml",
        reading: readLivekitToml(`[project]\nsubdomain = "${subdomain}"\n`),
      },
    }),
  });

  test("say in which one a file lies; one folder does not have to", () => {
    const one = mergePlaces(readNoPlaces(undefined), [{ folder: "app", places: places("x") }]);
    assert.equal(one.dotEnv[0]?.place, ".env");
    assert.equal(one.livekitToml?.place, "livekit.toml");
    const two = mergePlaces(readNoPlaces(undefined), [
      { folder: "app", places: places(undefined) },
      { folder: "api", places: places("y") },
    ]);
    assert.deepEqual(
      two.dotEnv.map(({ place }) => place),
      ["app/.env", "api/.env"],
    );
    assert.equal(two.livekitToml?.place, "api/livekit.toml");
  });

  test("a livekit.toml that names no project does not speak for the others", () => {
    const merged = mergePlaces(readNoPlaces(undefined), [
      { folder: "app", places: places("") },
      { folder: "api", places: places("y") },
    ]);
    assert.equal(merged.livekitToml?.place, "api/livekit.toml");
  });
});
