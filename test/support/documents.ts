/** Documents for tests: the rules that LiveKit's documentation starts from, other forms, and broken ones. */
import fc from "fast-check";

/** In the words of this project, one for each thing the documentation shows. */
export const EXAMPLES = {
  direct: `{
  "trunk_ids": [],
  "hide_phone_number": false,
  "rule": {
    "dispatchRuleDirect": {
      "roomName": "front-desk",
      "pin": ""
    }
  }
}
`,
  pin: `{"trunk_ids": [], "rule": {"dispatchRuleDirect": {"roomName": "board-room", "pin": "4711"}}}`,
  individual: `{"name": "Support", "rule": {"dispatchRuleIndividual": {"roomPrefix": "support-"}}}`,
  callee: `{"rule": {"dispatchRuleCallee": {"roomPrefix": "line-", "randomize": false}}, "numbers": ["+15550100"]}`,
  metadata: `{"metadata": "{\\"is_internal\\": true}", "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}`,
  attributes: `{"attributes": {"team": "blue", "shift": "night"}, "rule": {"dispatch_rule_individual": {"room_prefix": "call-"}}}`,
  wrapped: `{
  "dispatch_rule": {
    "name": "Support — nights",
    "rule": { "dispatchRuleIndividual": { "roomPrefix": "support-" } },
    "trunk_ids": ["ST_8m3KxQv7Rt2Z"],
    "roomConfig": { "agents": [{ "agentName": "triage", "metadata": "{\\"voice\\": \\"nova\\"}" }] },
    "media": { "codecs": [{ "name": "PCMU", "rate": 8000 }], "mediaTimeout": "30s" }
  }
}
`,
  list: `{"items": [{"sipDispatchRuleId": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "a"}}, "createdAt": "2026-03-01T08:00:00.5Z"}]}`,
  update: `{"sipDispatchRuleId": "SDR_Vh6vTqQ3YzKp", "update": {"name": "Days", "trunkIds": {"add": ["ST_8m3KxQv7Rt2Z"]}}}`,
  replace: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "replace": {"rule": {"dispatchRuleDirect": {"roomName": "a"}}}}`,
} as const;

/** Characters that mean something to a JSON reader, or should not. */
const ODD_CHARACTERS = Array.from("{}[]:,\"'\\/ \n\r\ttfn0123-.eE#\u00a0\ufeff\ud800");

/** One of the examples with a few changes of the kind that typing makes, or any text at all. */
export const anyDocument: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom(...Object.values(EXAMPLES)), fc.array(change(), { maxLength: 4 }))
      .map(apply),
  },
  { weight: 2, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 80 }) },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom(...ODD_CHARACTERS),
      maxLength: 60,
    }),
  },
);

interface Change {
  at: number;
  remove: number;
  insert: string;
}

function change(): fc.Arbitrary<Change> {
  return fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.integer({ min: 0, max: 12 }),
    insert: fc.constantFrom(
      "",
      "",
      ",",
      "}",
      "]",
      "{",
      "[",
      ":",
      '"',
      "\\",
      "\n",
      "null",
      "12",
      "tru",
      '"pin": 1,',
      "// no",
      "\ud83d",
      "'",
      "\u0000",
      "é",
      '"rule": {',
    ),
  });
}

function apply([text, changes]: [string, Change[]]): string {
  let out: string = text;
  for (const { at, remove, insert } of changes) {
    const offset = Math.floor(at * out.length);
    out = out.slice(0, offset) + insert + out.slice(offset + remove);
  }
  return out;
}
