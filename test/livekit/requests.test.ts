/** What the client sends, to the byte, and how it reads lists of every kind. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createClient, type LiveKitClient } from "../../livekit/client.ts";
import { canary } from "./support/canary.ts";

interface Sent {
  readonly url: string;
  readonly body: string;
  readonly init: RequestInit;
}

/** A client of a server that gives these answers, one after the other. */
function scripted(...answers: readonly string[]): { client: LiveKitClient; sent: Sent[] } {
  const sent: Sent[] = [];
  const connection = {
    project: "p",
    url: "wss://p.livekit.cloud",
    apiKey: "key",
    apiSecret: canary("requests"),
  };
  const client = createClient(connection, {
    fetch: (url, init = {}) => {
      sent.push({ url, body: init.body as string, init });
      const body = answers[sent.length - 1] ?? answers.at(-1) ?? "{}";
      return Promise.resolve(new Response(body, { headers: { "content-type": "application/json" } }));
    },
  });
  return { client, sent };
}

const STORED = `{"sip_dispatch_rule_id": "SDR_1", "name": "n"}`;

describe("a create sends the document's own text", () => {
  const cases: readonly (readonly [title: string, document: string, body: string])[] = [
    [
      "wrapped: as it is, with fields newer than our messages",
      `{ "dispatch_rule": {"rule": {"dispatchRuleDirect": {"newField": [1.50, "ä"]}}, "from_2027": 12345678901234567890 } }\n`,
      `{ "dispatch_rule": {"rule": {"dispatchRuleDirect": {"newField": [1.50, "ä"]}}, "from_2027": 12345678901234567890 } }\n`,
    ],
    [
      "bare: in the wrapper",
      `{"rule": {"dispatchRuleDirect": {}}, "from_2027": true}`,
      `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {}}, "from_2027": true}}`,
    ],
    [
      "an update that replaces: its rule, without the id",
      `{"sip_dispatch_rule_id": "SDR_1", "replace": {"rule": {"dispatchRuleDirect": {}}}}`,
      `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {}}}}`,
    ],
  ];
  for (const [title, document, body] of cases)
    test(title, async () => {
      const { client, sent } = scripted(STORED);
      assert.ok((await client.rules.create(document)).ok);
      assert.deepEqual(
        sent.map(({ url, body: text }) => [url, text]),
        [["https://p.livekit.cloud/twirp/livekit.SIP/CreateSIPDispatchRule", body]],
      );
      const { redirect, method, credentials } = sent[0]!.init;
      assert.deepEqual(
        { redirect, method, credentials },
        { redirect: "manual", method: "POST", credentials: "omit" },
      );
    });

  test("a document of which no rule can be made is not sent", async () => {
    const { client, sent } = scripted(STORED);
    for (const document of ["", "{", "[]", `{"items": []}`, `{"rules": "freight"}`, `{"dispatch_rule": 5}`]) {
      const outcome = await client.rules.create(document);
      assert.ok(
        !outcome.ok && outcome.failure.kind === "rejected" && outcome.failure.reason === "not-sent",
        document,
      );
    }
    assert.equal(sent.length, 0);
  });
});

test("a replacement made of what the server sent loses no field that we do not know", async () => {
  const item = `{"sip_dispatch_rule_id":"SDR_1", "rule":{"dispatch_rule_direct":{"room_name":"r", "brand_new":{"a":[1]}}}, "from_2027":1e400}`;
  const { client, sent } = scripted(`{"items":[${item}]}`, item);
  const rule = await client.rules.get("SDR_1");
  assert.ok(rule.ok);
  assert.equal(rule.value.text, item);
  assert.ok((await client.rules.replace("SDR_1", rule.value.text)).ok);
  assert.equal(sent[1]?.body, `{"sip_dispatch_rule_id": "SDR_1", "replace": ${item}}`);
});

describe("lists", () => {
  const item = (id: string): string => `{"sip_dispatch_rule_id": "${id}", "name": "", "unknown": 1}`;
  const list = (...ids: readonly string[]): string => `{"items": [${ids.map(item).join(",")}]}`;
  /** `pages`: the id after which each request asks, `{}` for the first one. */
  type ListCase = readonly [title: string, answers: readonly string[], ids: string, pages: readonly string[]];
  const cases: readonly ListCase[] = [
    ["an object without items", ["{}"], "", ["{}"]],
    ["items that are null", [`{"items": null}`], "", ["{}"]],
    ["all at once, and again for every page", [list("A", "B")], "A B", ["{}", "B"]],
    ["all at once, and nothing behind", [list("A", "B"), list()], "A B", ["{}", "B"]],
    ["page by page", [list("A", "B"), list("C", "D"), list("E"), "{}"], "A B C D E", ["{}", "B", "D", "E"]],
    ["pages that overlap", [list("A", "B"), list("B", "C"), list("C")], "A B C", ["{}", "B", "C"]],
    [
      "null, empty and strange items between",
      [
        `{"items": [null, {}, {"sip_dispatch_rule_id": ""}, 5, ${item("A")}, {"sipDispatchRuleId": "B"}]}`,
        "{}",
      ],
      "A B",
      ["{}", "B"],
    ],
  ];
  for (const [title, answers, ids, pages] of cases)
    test(title, async () => {
      const { client, sent } = scripted(...answers);
      const rules = await client.rules.list();
      assert.ok(rules.ok);
      assert.equal(rules.value.map(({ id }) => id).join(" "), ids);
      const expected = pages.map((after) => (after === "{}" ? "{}" : `{"page":{"after_id":"${after}"}}`));
      assert.deepEqual(
        sent.map(({ body }) => body),
        expected,
      );
    });

  test("a filter goes with every page", async () => {
    const { client, sent } = scripted(list("A"), "{}");
    await client.rules.list({ ids: ["A"], trunkIds: ["ST_1"] });
    assert.equal(sent[1]?.body, `{"dispatch_rule_ids":["A"],"trunk_ids":["ST_1"],"page":{"after_id":"A"}}`);
  });

  test("10,000 rules", async () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `SDR_${index}`);
    const { client } = scripted(list(...ids), "{}");
    const rules = await client.rules.list();
    assert.ok(rules.ok);
    assert.equal(rules.value.length, 10_000);
  });
});

test("rooms and participants, in either spelling", async () => {
  const snake = `{"rooms": [{"sid": "RM_1", "name": "r", "num_participants": 2, "creation_time": "5", "creation_time_ms": "5001", "turn_password": "canary"}]}`;
  const camel = `{"rooms": [{"sid": "RM_1", "name": "r", "numParticipants": 2, "creationTimeMs": "5001"}]}`;
  for (const answer of [snake, camel]) {
    const rooms = await scripted(answer).client.rooms.list();
    assert.ok(rooms.ok);
    assert.deepEqual(rooms.value, [
      { id: "RM_1", name: "r", participants: 2, createdAt: 5001, metadata: "" },
    ]);
  }
  const { client, sent } = scripted(
    `{"participants": [{"sid": "PA_1", "identity": "i", "kind": "SIP", "attributes": {"sip.ruleID": "SDR_1"}}, {"kind": 9}]}`,
  );
  const participants = await client.rooms.participants("my room");
  assert.ok(participants.ok);
  assert.deepEqual(participants.value[0], {
    id: "PA_1",
    identity: "i",
    name: "",
    kind: "SIP",
    attributes: new Map([["sip.ruleID", "SDR_1"]]),
    metadata: "",
  });
  assert.equal(participants.value[1]?.kind, "9");
  assert.equal(sent[0]?.body, `{"room":"my room"}`);
});
