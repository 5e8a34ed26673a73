// Completion and hover. The JSON service has parsed the document before; ours gets the text.
import * as jsonService from "../baselines/json-service.mjs";
import { list, rule2k } from "../documents/documents.mjs";
import { interleave } from "../measure/interleave.mjs";
import { atMost } from "../measure/report.mjs";

export const title = "Completion and hover";
export const needs = ["complete", "hover"];

/** Where: a text of the document, and how far behind its start. */
const AT_2K = {
  complete: {
    "new key": ['"trunk_ids"', 0],
    "key of a rule's kind": ['"roomPrefix"', 1],
    "value of an enum": ['"SIP_MEDIA_ENCRYPT_ALLOW"', 2],
    "key of an agent": ['"agent_name"', 1],
    "key of room_config": ['"empty_timeout"', 1],
  },
  hover: {
    trunk_ids: ['"trunk_ids"', 3],
    noRandomness: ['"noRandomness"', 3],
    empty_timeout: ['"empty_timeout"', 3],
  },
};
const AT_LIST = {
  complete: { "key of the last rule": ['"createdAt"', 1] },
  hover: { "createdAt of the last rule": ['"createdAt"', 3] },
};

/** @param {import("../run.mjs").Context} context */
export async function* run({ subject, rounds }) {
  yield* places(subject, "rule-2k", rule2k(), AT_2K, rounds, atMost(0.2));
  yield* places(subject, "list-1000", list(1000), AT_LIST, rounds, undefined);
}

async function* places(subject, document, text, requests, rounds, target) {
  const service = jsonService.opened(text);
  for (const [request, byLabel] of Object.entries(requests)) {
    if (!subject[request]) {
      yield { note: `${document}: ${request} is not built yet` };
      continue;
    }
    for (const [label, [needle, behind]] of Object.entries(byLabel)) {
      const offset = text.lastIndexOf(needle) + behind;
      if (isEmpty(await subject[request](text, offset))) {
        yield { note: `${document}, ${request}: ${label}: the answer is empty` };
      }
      const measured = await interleave(
        [
          { name: "ours", run: () => subject[request](text, offset) },
          { name: "service", run: () => service[request](offset) },
        ],
        { rounds },
      );
      yield {
        row: {
          name: `${document}, ${request}: ${label}`,
          times: { takes: measured.time("ours") },
          ratios: { "÷ JSON service": { value: measured.ratio("ours", "service"), target } },
        },
      };
    }
  }
}

/** No hover, no items: quickly said. */
const isEmpty = (answer) => !answer || (answer.items ?? answer).length === 0;
