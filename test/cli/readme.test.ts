/** What README.md shows is what the program prints, whole or with a line `…` where something is left out. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { cli } from "./run-cli.ts";

const page = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const cwd = fileURLToPath(new URL("../..", import.meta.url));
const runs = [...page.matchAll(/```(?:console)?\n\$ livekit-dispatch (.*)\n([^]*?)```/g)];

describe("README.md shows what the program says", () => {
  assert.ok(runs.length > 0);
  for (const [, words = "", output = ""] of runs)
    test(words, async () => {
      const { stdout } = await cli(words.split(" "), { cwd });
      const pieces = output.split(/^…\n/m);
      let end = 0;
      for (const [index, piece] of pieces.entries()) {
        const start = index < pieces.length - 1 ? stdout.indexOf(piece, end) : stdout.length - piece.length;
        assert.ok(
          start >= end && stdout.startsWith(piece, start),
          `${piece}\nis not printed there:\n${stdout}`,
        );
        if (index === 0) assert.equal(start, 0);
        end = start + piece.length;
      }
    });
});
