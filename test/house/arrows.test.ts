import assert from "node:assert/strict";
import { test } from "node:test";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import house from "../../scripts/lint/arrows.mjs";

/** Only the rule under test and no types, so that a file need not exist to be judged. */
const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ["**/*.ts"],
      languageOptions: { parser: tseslint.parser },
      plugins: { house },
      rules: { "house/arrows": "error" },
    },
  ],
});

async function problems(file: string, line: string): Promise<string[]> {
  const [result] = await eslint.lintText(line, { filePath: file });
  return result!.messages.map((message) => message.message);
}

const allowed: readonly (readonly [file: string, line: string])[] = [
  ["core/checks/pin.ts", `import { defineCheck } from "../check.ts";`],
  ["core/protocol/messages.ts", `import messages from "../../schemas/messages.json" with { type: "json" };`],
  ["core/features/format.ts", `import { format } from "jsonc-parser";`],
  ["livekit/rules.ts", `import { read } from "../core/read.ts";`],
  ["livekit/node.ts", `import { readFile } from "node:fs/promises";`],
  ["livekit/projects/node.ts", `import { homedir } from "node:os";`],
  ["server/diagnostics.ts", `import { check } from "../core/check.ts";`],
  ["server/connection.ts", `import { DiagnosticSeverity } from "vscode-languageserver";`],
  ["server/node.ts", `import process from "node:process";`],
  ["cli/check.ts", `import { readFile } from "node:fs/promises";`],
  ["cli/lsp.ts", `import "../server/node.ts";`],
  ["cli/create.ts", `import { createRule } from "../livekit/rules.ts";`],
  ["client/extension.ts", `import * as vscode from "vscode";`],
  ["client/explorer/tree.ts", `import { rules } from "../../livekit/rules.ts";`],
  ["client/language/client.ts", `import { factsRequest } from "../../server/messages.ts";`],
  ["test/core/read.test.ts", `import { main } from "../../cli/main.ts";`],
  ["bench/subject.ts", `import { read } from "../core/read.ts";`],
];

const refused: readonly (readonly [file: string, line: string])[] = [
  ["core/read.ts", `import { rules } from "../livekit/rules.ts";`],
  ["core/checks/pin.ts", `import { connection } from "../../server/connection.ts";`],
  ["core/checks/pin.ts", `import type { Client } from "../../client/extension.ts";`],
  ["core/read.ts", `export * from "../cli/main.ts";`],
  ["core/read.ts", `export { main } from "../cli/main.ts";`],
  ["core/read.ts", `const late = import("../cli/main.ts");`],
  ["core/read.ts", `const late = import(name);`],
  ["core/read.ts", `type Late = import("../cli/main.ts").Main;`],
  ["core/read.ts", `import late = require("../cli/main.ts");`],
  ["core/read.ts", `import { build } from "../scripts/build.mjs";`],
  ["core/read.ts", `import { script } from "../schemas/generate.ts";`],
  ["core/read.ts", `import { readFileSync } from "node:fs";`],
  ["core/read.ts", `import { join } from "path";`],
  ["core/read.ts", `import * as vscode from "vscode";`],
  ["core/read.ts", `import { Range } from "vscode-languageserver-types";`],
  ["core/read.ts", `import { x } from "../../elsewhere/file.ts";`],
  ["livekit/rules.ts", `import { connection } from "../server/connection.ts";`],
  ["livekit/rules.ts", `import { readFile } from "node:fs/promises";`],
  ["livekit/node-files.ts", `import { readFile } from "node:fs/promises";`],
  ["server/diagnostics.ts", `import { rules } from "../livekit/rules.ts";`],
  ["server/diagnostics.ts", `import { main } from "../cli/main.ts";`],
  ["server/diagnostics.ts", `import * as vscode from "vscode";`],
  ["server/browser.ts", `import process from "node:process";`],
  ["cli/check.ts", `import { activate } from "../client/extension.ts";`],
  ["client/language/client.ts", `import { connection } from "../../server/connection.ts";`],
  ["client/language/client.ts", `import { messages } from "../../server/messages/other.ts";`],
  ["client/commands/check.ts", `import { main } from "../../cli/main.ts";`],
  ["client/commands/check.ts", `import { join } from "node:path";`],
];

for (const [file, line] of allowed) {
  test(`${file} may say: ${line}`, async () => {
    assert.deepEqual(await problems(file, line), []);
  });
}

for (const [file, line] of refused) {
  test(`${file} must not say: ${line}`, async () => {
    assert.equal((await problems(file, line)).length, 1);
  });
}

test("the reason names both ends of the arrow", async () => {
  assert.deepEqual(await problems("core/read.ts", `import { rules } from "../livekit/rules.ts";`), [
    `"core" must not import "livekit/rules.ts". See the arrows in ARCHITECTURE.md.`,
  ]);
});

test("the rule is on for every file of ours", async () => {
  const real = new ESLint();
  for (const file of [
    "core/read.ts",
    "livekit/rules.ts",
    "server/node.ts",
    "cli/main.ts",
    "client/extension.ts",
  ]) {
    const config = (await real.calculateConfigForFile(file)) as { rules: Record<string, unknown[]> };
    assert.equal(config.rules["house/arrows"]?.[0], 2, file);
  }
});

test("core may not reach for the host", async () => {
  const config = (await new ESLint().calculateConfigForFile("core/read.ts")) as {
    rules: Record<string, [number, { globals: { name: string }[] }]>;
  };
  const names = config.rules["no-restricted-globals"]![1].globals.map((entry) => entry.name);
  for (const name of ["fetch", "process", "Buffer", "setTimeout", "console", "performance"]) {
    assert.ok(names.includes(name), name);
  }
  for (const name of ["Map", "JSON", "TextDecoder"]) assert.ok(!names.includes(name), name);
});
