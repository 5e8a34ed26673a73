// One keystroke inside a process: change the document, have its diagnostics. Every candidate types one
// character into a string and deletes it again, in sixteen places in turn.
import * as jsonService from "../baselines/json-service.mjs";
import { list, rule2k } from "../documents/documents.mjs";
import { interleave } from "../measure/interleave.mjs";
import { atMost } from "../measure/report.mjs";

export const title = "A keystroke in an open document";
export const needs = ["openSession"];

const PLACES = 16;

/** @param {import("../run.mjs").Context} context */
export async function* run({ subject, rounds }) {
  yield { row: await measure(subject, "rule-2k", rule2k(), rounds, atMost(0.2)) };
  yield { row: await measure(subject, "list-100", list(100), rounds, undefined) };
  yield { row: await measure(subject, "list-1000", list(1000), rounds, atMost(0.05)) };
  yield { row: await measure(subject, "list-10000", list(10_000), Math.min(rounds, 9), undefined) };
}

async function measure(subject, name, text, rounds, target) {
  const ours = await subject.openSession(text);
  const service = jsonService.session(text);
  const offsets = placesIn(text);
  const ranges = offsets.map((offset) => ({
    empty: jsonService.rangeAt(text, offset, 0),
    typed: jsonService.rangeAt(text, offset, 1),
  }));
  const measured = await interleave(
    [
      {
        name: "ours",
        run: typist(
          (place) => ours.edit(offsets[place], 0, "x"),
          (place) => ours.edit(offsets[place], 1, ""),
        ),
      },
      {
        name: "service",
        run: typist(
          (place) => service.edit(ranges[place].empty, "x"),
          (place) => service.edit(ranges[place].typed, ""),
        ),
      },
    ],
    { rounds, budgetMs: 30_000 },
  );
  return {
    name,
    times: { takes: measured.time("ours") },
    ratios: { "÷ JSON service": { value: measured.ratio("ours", "service"), target } },
  };
}

/** Types at a place, then deletes there, then goes on to the next place. */
function typist(type, erase) {
  let step = 0;
  return () => {
    const place = (step >> 1) % PLACES;
    return step++ % 2 === 0 ? type(place) : erase(place);
  };
}

/** Offsets inside string values, spread over the document. */
function placesIn(text) {
  const values = [...text.matchAll(/: "([^"\\]{2,})"/g)];
  return Array.from({ length: PLACES }, (_, place) => {
    const value = values[Math.floor(((place + 0.5) * values.length) / PLACES)];
    return value.index + 4;
  });
}
