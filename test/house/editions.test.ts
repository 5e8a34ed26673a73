/** The VS Codes that are served, on a machine that has none yet. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { editionOf, whyNotHere } from "../workbench/headless/editions.mjs";

test("an edition that was installed after it was asked for runs with the Node that it brought", (t) => {
  const editions = mkdtempSync(path.join(tmpdir(), "livekit-dispatch-"));
  t.after(() => rmSync(editions, { recursive: true }));
  const edition = editionOf("newest", editions);
  assert.match(whyNotHere(edition) ?? "", /is not installed/);

  // What `npm ci` brings on a fresh machine: VS Code, and a Node that is new enough for it.
  const present = Number(/\d+/.exec(process.version)?.[0]);
  const files = {
    "code-server/package.json": JSON.stringify({ engines: { node: `>=${present + 2}` } }),
    "code-server/lib/vscode/out/server-main.js": "",
  };
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(edition.modules, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  assert.match(whyNotHere(edition) ?? "", /needs Node/);
  const bin = path.join(edition.modules, `node-${process.platform}-${process.arch}/bin`);
  mkdirSync(bin, { recursive: true });
  const newer = path.join(bin, "node");
  writeFileSync(newer, `#!/bin/sh\necho v${present + 2}.0.0\n`, { mode: 0o755 });
  assert.equal(edition.node, newer);
  assert.equal(whyNotHere(edition), undefined);
});
