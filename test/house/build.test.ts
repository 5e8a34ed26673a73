import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
import { after, before, describe, test } from "node:test";
import * as esbuild from "esbuild";
import { buildOptions, ENTRIES } from "../../scripts/build/entries.mjs";
import { stripExamples, stripExamplesPlugin } from "../../scripts/build/strip-examples.mjs";

const run = promisify(execFile);

describe("examples stay out of the bundles", () => {
  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      "at the end",
      `export default defineCheck({\n  code: "a",\n  examples: [\n    { bad: "[" },\n  ],\n});\n`,
      `export default defineCheck({\n  code: "a",\n\n\n\n});\n`,
    ],
    ["at the start", `defineCheck({ examples: [], code: "a" });`, `defineCheck({ code: "a" });`],
    ["alone, without a comma", `defineProblem({ examples: [1] });`, `defineProblem({ });`],
    [
      "in the middle, with its comment",
      `defineCheck({ a, /* b */ examples: ["}"], c });`,
      `defineCheck({ a, c });`,
    ],
    [
      "two checks in one file",
      `defineCheck({ examples });defineCheck({ a, examples, });`,
      `defineCheck({ });defineCheck({ a, });`,
    ],
    [
      "a nested one is logic",
      `defineCheck({ why: { examples: [1] } });`,
      `defineCheck({ why: { examples: [1] } });`,
    ],
    ["another function's is not ours", `other({ examples: [1] });`, `other({ examples: [1] });`],
    [
      "a word in a text",
      `defineCheck({ why: "examples: [1]," });`,
      `defineCheck({ why: "examples: [1]," });`,
    ],
  ];
  for (const [name, source, stripped] of cases) {
    test(name, () => assert.equal(stripExamples(source).replace(/ +/g, " "), stripped.replace(/ +/g, " ")));
  }
});

describe("bundles", () => {
  let root = "";
  before(async () => {
    root = await mkdtemp(path.join(tmpdir(), "livekit-dispatch-build-"));
    await symlink(path.resolve("node_modules"), path.join(root, "node_modules"));
  });
  after(() => rm(root, { recursive: true }));

  async function build(name: string, source: string): Promise<string> {
    const entry = ENTRIES.find((candidate) => candidate.name === name)!;
    await mkdir(path.join(root, path.dirname(entry.source)), { recursive: true });
    await writeFile(path.join(root, entry.source), source);
    const options = buildOptions(entry, { root, development: false });
    await esbuild.build({ ...options, plugins: [stripExamplesPlugin], logLevel: "silent" });
    return path.join(root, "dist", entry.output);
  }

  test("an ES module for Node can carry the CommonJS language server", async () => {
    const output = await build(
      "livekit-dispatch",
      `import { createConnection } from "vscode-languageserver/node";
       import { parse } from "jsonc-parser";
       console.log(typeof createConnection, parse("[1, 2]").length);`,
    );
    await chmod(output, 0o755);
    assert.equal((await run(output)).stdout, "function 2\n");
  });

  test("examples are not in the bundle, what stands beside them is", async () => {
    await mkdir(path.join(root, "core", "checks"), { recursive: true });
    await writeFile(
      path.join(root, "core", "checks", "pin.ts"),
      `const defineCheck = <T>(check: T) => check;
       export default defineCheck({ code: "pin-unreachable", examples: [{ bad: "only in tests" }] });`,
    );
    const output = await build(
      "subject",
      `import pin from "../core/checks/pin.ts"; console.log(JSON.stringify(pin));`,
    );
    assert.equal((await run("node", [output])).stdout, `{"code":"pin-unreachable"}\n`);
  });

  for (const name of ["server.browser", "extension.browser"]) {
    test(`${name} refuses Node's own modules`, async () => {
      await assert.rejects(
        build(name, `import { readFileSync } from "node:fs"; console.log(readFileSync);`),
        /Could not resolve "node:fs"|node:fs/,
      );
    });
  }

  test("the language server fits a browser's worker", async () => {
    const output = await build(
      "server.browser",
      `import { createConnection } from "vscode-languageserver/browser"; console.log(createConnection);`,
    );
    assert.ok(existsSync(output));
  });
});
