/**
 * Answers conformance questions, one JSON object a line, so that the product can be measured from outside:
 * `npm run --silent subject -- decode < cases.ndjson`.
 */
import { createInterface } from "node:readline";
import { callsAnswer } from "./subject/calls.ts";
import { conflictsAnswer } from "./subject/conflicts.ts";
import { decodeAnswer } from "./subject/decode.ts";
import { numberAnswer } from "./subject/number.ts";
import { priorityAnswer } from "./subject/priority.ts";
import { routeAnswer } from "./subject/route.ts";

const MODES: Readonly<Record<string, (question: never) => object>> = {
  decode: decodeAnswer,
  route: routeAnswer,
  conflicts: conflictsAnswer,
  priority: priorityAnswer,
  number: numberAnswer,
  calls: callsAnswer,
};

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
