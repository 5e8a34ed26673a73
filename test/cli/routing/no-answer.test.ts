import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { cli } from "../run-cli.ts";

const page = readFileSync(new URL("../../../docs/no-answer.md", import.meta.url), "utf8");
const cwd = fileURLToPath(new URL("../../../demo/routing", import.meta.url));
const runs = [...page.matchAll(/```console\n\$ livekit-dispatch (.*)\n([^]*?)```/g)];

describe("docs/no-answer.md shows what the program says", () => {
  assert.ok(runs.length >= 5);
  for (const [, words = "", output] of runs)
    test(words, async () => assert.equal((await cli(words.split(" "), { cwd })).stdout, output));
});
