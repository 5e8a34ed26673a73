/**
 * Answers conformance questions, one JSON object a line, so that the product can be measured from outside:
 * `npm run --silent subject -- decode < cases.ndjson`.
 */
import { createInterface } from "node:readline";
import { decodeUtf8 } from "../core/json/bytes.ts";
import { readJson } from "../core/json/reader.ts";
import { canonicalMessage } from "../core/protocol/canonical.ts";
import { judge, type Reader } from "../core/protocol/verdict.ts";

interface DecodeQuestion {
  id: unknown;
  target: Reader;
  withId?: boolean;
  text?: string;
  b64?: string;
}

function decodeAnswer(question: DecodeQuestion): object {
  const { text, hasRawBytes } =
    question.b64 === undefined
      ? { text: question.text ?? "", hasRawBytes: false }
      : decodeUtf8(Buffer.from(question.b64, "base64"));
  const tree = readJson(text, hasRawBytes);
  const verdict = judge(tree, question.target, question.withId);
  if (!verdict.ok) return { id: question.id, ok: false, stage: verdict.stage, error: verdict.error };
  return { id: question.id, ok: true, canonical: canonicalMessage(tree, 0) };
}

const MODES: Readonly<Record<string, (question: never) => object>> = { decode: decodeAnswer };

const answer = MODES[process.argv[2] ?? ""];
if (!answer) {
  process.stderr.write(`usage: subject ${Object.keys(MODES).join("|")} < questions.ndjson\n`);
  process.exitCode = 2;
} else {
  let buffered: string[] = [];
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (!line.trim()) continue;
    buffered.push(JSON.stringify(answer(JSON.parse(line) as never)));
    if (buffered.length >= 256) {
      process.stdout.write(buffered.join("\n") + "\n");
      buffered = [];
    }
  }
  if (buffered.length > 0) process.stdout.write(buffered.join("\n") + "\n");
}
