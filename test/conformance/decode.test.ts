import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeUtf8 } from "../../core/json/bytes.ts";
import { readJson } from "../../core/json/reader.ts";
import { canonicalMessage } from "../../core/protocol/canonical.ts";
import { judge, type Reader } from "../../core/protocol/verdict.ts";
import { conformanceFile, readLines } from "../support/shared.ts";

interface Expectation {
  ok: boolean;
  stage?: string;
  error?: string;
  canonical?: string;
}

interface Case {
  id: string;
  target: Reader;
  withId?: boolean;
  text?: string;
  b64?: string;
  expect: Expectation;
  older?: Expectation;
}

/** The blank behind `proto:` is chosen per build of LiveKit's tools; bytes that are no UTF-8 come in runs. */
const tidy = (text: string | undefined): string | undefined =>
  text?.replaceAll("proto:\u00a0", "proto: ").replace(/\ufffd+/g, "\ufffd");

const cases = readLines(conformanceFile("decode.ndjson")) as Case[];

test(`${cases.length} documents: the verdict of LiveKit's own code, word for word`, () => {
  assert.ok(cases.length > 900);
  for (const { id, target, withId, text, b64, expect, older } of cases) {
    const decoded =
      b64 === undefined ? { text: text ?? "", hasRawBytes: false } : decodeUtf8(Buffer.from(b64, "base64"));
    const tree = readJson(decoded.text, decoded.hasRawBytes);
    const verdict = judge(tree, target, withId);
    const wanted = older ?? expect;
    assert.deepEqual(
      { ok: verdict.ok, stage: verdict.stage, error: tidy(verdict.error) },
      { ok: wanted.ok, stage: wanted.stage, error: tidy(wanted.error) },
      `case ${id}: ${decoded.text.slice(0, 300)}`,
    );
    if (wanted.ok)
      assert.deepEqual(
        JSON.parse(JSON.stringify(canonicalMessage(tree, 0))),
        JSON.parse(JSON.stringify(JSON.parse(wanted.canonical ?? ""))),
        `case ${id}: ${decoded.text.slice(0, 300)}`,
      );
  }
});
