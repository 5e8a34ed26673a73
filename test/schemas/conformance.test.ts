import assert from "node:assert/strict";
import { test } from "node:test";
import { readCases, type Case, type Target } from "./conformance-cases.ts";
import { readExpressible } from "./expressible.ts";
import { schemaFor } from "./validators.ts";

const TARGETS: readonly Target[] = ["info", "lk-create", "lk-update", "api-create", "api-update"];

function textOf({ text, b64 }: Case): string | undefined {
  if (text !== undefined) return text;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.from(b64!, "base64"));
  } catch {
    return undefined;
  }
}

interface Comparison {
  readonly accepted: number;
  readonly refused: number;
  readonly leftOut: ReadonlyMap<string, number>;
  readonly disagreements: readonly string[];
}

function compare(cases: readonly Case[]): Comparison {
  let accepted = 0;
  let refused = 0;
  const leftOut = new Map<string, number>();
  const disagreements: string[] = [];
  for (const one of cases) {
    const verdict = one.older ?? one.expect;
    const reading = readExpressible(one.target, textOf(one), verdict);
    if ("why" in reading) {
      leftOut.set(reading.why, (leftOut.get(reading.why) ?? 0) + 1);
      continue;
    }
    if (verdict.ok) accepted++;
    else refused++;
    const validate = schemaFor(one.target, reading.document);
    if (validate(reading.document) === verdict.ok) continue;
    const ours = validate.errors
      ?.map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`)
      .join("; ");
    disagreements.push(`${one.id}: LiveKit ${verdict.error ?? "accepts"}, the schema ${ours ?? "accepts"}`);
  }
  return { accepted, refused, leftOut, disagreements };
}

/** Fewer would prove little; the sample in the repository has more, the full set several times as many. */
const ENOUGH = 300;

test("the schemas give LiveKit's verdict on every document of which they can", async (context) => {
  const cases = readCases();
  let compared = 0;
  for (const target of TARGETS) {
    const comparison = compare(cases.filter((one) => one.target === target));
    const { accepted, refused, leftOut } = comparison;
    compared += accepted + refused;
    await context.test(target, (each) => {
      each.diagnostic(`${target}: compared ${accepted} accepted and ${refused} refused documents`);
      for (const [why, count] of leftOut) each.diagnostic(`${target}: left out ${count}: ${why}`);
      assert.deepEqual(comparison.disagreements, []);
    });
  }
  context.diagnostic(`compared ${compared} of ${cases.length} documents`);
  assert.ok(compared >= ENOUGH, `Only ${compared} documents were expressible.`);
});
