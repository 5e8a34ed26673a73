/** The layer `secrets` finds what a test leaves behind, in whatever way. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { describe, test } from "node:test";
import { makeRunFolder } from "../../scripts/test/run-folder.mjs";
import { runLayer, type Count } from "../../scripts/test/run-layer.mjs";
import { searchRun } from "../../scripts/test/search-run.mjs";
import { newMark, SecretSearch } from "../../scripts/test/secrets.mjs";

interface Found {
  readonly secrets: Count;
  readonly said: string;
}

/** Runs a test that leaves a secret in this way, and then the search. */
async function planted(way: string): Promise<Found> {
  const run = makeRunFolder(newMark());
  const search = new SecretSearch(run.mark);
  let said = "";
  const circumstances = {
    strict: false,
    stop: new AbortController().signal,
    run,
    search,
    // What it prints stays here: the run around this one has secrets of its own.
    print: (chunk: Uint8Array) => void (said += Buffer.from(chunk).toString()),
  };
  const before = process.env["NODE_TEST_CONTEXT"];
  try {
    // Without it node starts a runner of its own, as `npm test` does.
    delete process.env["NODE_TEST_CONTEXT"];
    process.env["PLANTED_WAY"] = way;
    const layer = { name: "planted", files: ["house/fixtures/plants-secrets.ts"] };
    const { passed, failed } = await runLayer({ ...layer, folders: [] }, circumstances);
    assert.deepEqual([passed, failed], way === "exception" ? [0, 1] : [1, 0], said);
    said = "";
    return { secrets: searchRun(circumstances), said };
  } finally {
    if (before !== undefined) process.env["NODE_TEST_CONTEXT"] = before;
    run.remove();
    assert.equal(existsSync(run.folder), false);
  }
}

describe("a test that leaves", () => {
  const cases: readonly (readonly [way: string, failed: number, says: RegExp])[] = [
    ["nothing", 0, /^Searched: 2 outputs, \d+ files\. 1 test files have used secrets of this run\.\n$/],
    ["output", 1, /^FAILED: the output of the layer planted: a secret\n/],
    ["errors", 1, /^FAILED: the output of the layer planted: a secret\n/],
    ["exception", 1, /^FAILED: the output of the layer planted: a secret\n/],
    ["base64", 1, /^FAILED: the output of the layer planted: a secret, in base64\n/],
    ["token", 1, /^FAILED: the output of the layer planted: a signed token\n/],
    ["command", 1, /^FAILED: \S+output-\d+: a secret\n/],
    ["file", 1, /^FAILED: \S+left.config\.yaml: a secret\n/],
    ["name", 1, /^FAILED: the name of /],
  ];
  for (const [way, failed, says] of cases)
    test(way, async () => {
      const { secrets, said } = await planted(way);
      assert.match(said, says);
      assert.deepEqual([secrets.failed, secrets.passed], [failed, failed === 0 ? 1 : 0]);
    });
});

describe("the search", () => {
  const mark = newMark();
  const found = (text: string): string[] => {
    const search = new SecretSearch(mark);
    search.text("here", text);
    return search.findings.map(({ what }) => what);
  };

  test("finds a secret however it is written", () => {
    const secret = `${mark}-lk`;
    for (const text of [secret, `"${secret}"`, encodeURIComponent(secret)])
      assert.deepEqual(found(`x ${text} y`), ["a secret"]);
    for (const before of ["", "k", "k:", "key:"])
      assert.deepEqual(
        found(Buffer.from(before + secret).toString("base64")),
        ["a secret, in base64"],
        before,
      );
    assert.deepEqual(found(Buffer.from(secret).toString("hex")), ["a secret, in hexadecimal digits"]);
  });

  test("finds one that comes in two pieces", () => {
    const search = new SecretSearch(mark);
    const stream = search.stream("there");
    for (const piece of [`the secret is ${mark.slice(0, 9)}`, `${mark.slice(9)}.`, " and more"])
      stream.take(Buffer.from(piece));
    stream.end();
    assert.deepEqual(search.findings, [{ place: "there", what: "a secret" }]);
  });

  test("takes no other text for one", () => {
    assert.deepEqual(found("canary-lk, eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2lnbmF0dXJl, devkey, secret"), []);
  });

  test("fails where no test has used a secret: it could not have found any", () => {
    const run = makeRunFolder(mark);
    const print = (): void => {};
    assert.equal(searchRun({ run, search: new SecretSearch(mark), print }).failed, 1);
    run.remove();
  });
});
