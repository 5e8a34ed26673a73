import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { compareRules, contentText } from "../../../core/compare/compare.ts";
import { isCredential } from "../../../core/compare/credentials.ts";
import { ruleFileText } from "../../../core/compare/rule-text.ts";

/** As a server answers: LiveKit's names, every default. */
const DEPLOYED = {
  sip_dispatch_rule_id: "SDR_Vh6vTqQ3YzKp",
  rule: { dispatch_rule_direct: { room_name: "support", pin: "" } },
  trunk_ids: ["ST_a", "ST_b"],
  hide_phone_number: false,
  inbound_numbers: [],
  numbers: [],
  name: "Support",
  metadata: "",
  attributes: { tier: "gold", "a b": "c" },
  room_preset: "",
  room_config: null,
  krisp_enabled: true,
  media_encryption: "SIP_MEDIA_ENCRYPT_DISABLE",
  media: {},
  created_at: null,
  updated_at: null,
};
const SAME = {
  name: "Support",
  trunkIds: ["ST_b", "ST_a"],
  rule: { dispatchRuleDirect: { roomName: "support" } },
  attributes: { "a b": "c", tier: "gold" },
  krispEnabled: true,
};

/** Differences, one a line: `+` added, `~` changed, `-` cleared. */
function diff(deployed: object, file: object): string[] {
  const comparison = compareRules(JSON.stringify(deployed), JSON.stringify(file));
  assert.ok(comparison);
  const signs = { added: "+", changed: "~", cleared: "-" };
  return comparison.differences.map(
    ({ kind, path, before, after, isUnknown }) =>
      `${signs[kind]} ${path}: ${[before, after]
        .filter((value) => value !== undefined)
        .map((value) => JSON.stringify(value))
        .join(" > ")}${isUnknown ? " (unknown)" : ""}`,
  );
}

describe("no difference", () => {
  test("the same rule in the other spelling, in another order, without the defaults", () => {
    assert.deepEqual(diff(DEPLOYED, SAME), []);
    assert.deepEqual(diff(SAME, DEPLOYED), []);
    assert.deepEqual(diff(DEPLOYED, DEPLOYED), []);
  });
  test("an encryption that LiveKit has copied from one field to the other", () => {
    const file = { ...SAME, mediaEncryption: "SIP_MEDIA_ENCRYPT_ALLOW" };
    const stored = {
      ...DEPLOYED,
      media_encryption: "SIP_MEDIA_ENCRYPT_ALLOW",
      media: { encryption: "SIP_MEDIA_ENCRYPT_ALLOW" },
    };
    assert.deepEqual(diff(stored, file), []);
    assert.deepEqual(diff(stored, { ...SAME, media: { encryption: "SIP_MEDIA_ENCRYPT_ALLOW" } }), []);
    assert.deepEqual(diff(stored, SAME), ['- media.encryption: "SIP_MEDIA_ENCRYPT_ALLOW"']);
  });
  test("an agent with the policy that LiveKit writes for none, an enum by its number, a number as a text", () => {
    const agents = [{ agent_name: "a", metadata: "", restart_policy: "JRP_ON_FAILURE" }];
    const room = { agents, empty_timeout: 30 };
    const file = { roomConfig: { agents: [{ agentName: "a", restartPolicy: 0 }], emptyTimeout: "3e1" } };
    assert.deepEqual(diff({ ...DEPLOYED, room_config: room }, { ...SAME, ...file }), []);
  });
});

describe("differences", () => {
  test("what the file does not have would be cleared", () => {
    const { trunkIds: _, krispEnabled: __, attributes: ___, ...file } = SAME;
    assert.deepEqual(diff(DEPLOYED, file), [
      '- trunk_ids: ["ST_a","ST_b"]',
      '- attributes.tier: "gold"',
      '- attributes["a b"]: "c"',
      "- krisp_enabled: true",
    ]);
  });
  test("an explicit default clears as well", () => {
    assert.deepEqual(diff(DEPLOYED, { ...SAME, krispEnabled: false }), ["- krisp_enabled: true"]);
  });
  test("another kind of rule", () => {
    assert.deepEqual(diff(DEPLOYED, { ...SAME, rule: { dispatchRuleIndividual: {} } }), [
      '- rule.dispatch_rule_direct.room_name: "support"',
      "+ rule.dispatch_rule_individual: {}",
    ]);
  });
  test("agents, one by one", () => {
    const agents = (...names: string[]) => ({ agents: names.map((agentName) => ({ agentName })) });
    assert.deepEqual(
      diff({ ...DEPLOYED, room_config: agents("a", "b") }, { ...SAME, roomConfig: agents("c") }),
      ['~ room_config.agents[0].agent_name: "a" > "c"', '- room_config.agents[1].agent_name: "b"'],
    );
  });
  test("fields of a newer LiveKit are seen, on both sides", () => {
    assert.deepEqual(
      diff({ ...DEPLOYED, ringtone: { url: "a" } }, { ...SAME, quiet: true }),
      ['- ringtone: {"url":"a"} (unknown)', "+ quiet: true (unknown)"].flatMap((line) =>
        line.startsWith("- ringtone") ? ['- ringtone.url: "a" (unknown)'] : [line],
      ),
    );
    assert.deepEqual(diff({ ...DEPLOYED, media: { encryption: "NEW" } }, SAME), [
      '- media.encryption: "NEW"',
    ]);
  });
  test("names that JavaScript knows are names", () => {
    const attributes = JSON.parse('{"__proto__": "a", "constructor": "b"}') as object;
    assert.deepEqual(diff({ ...DEPLOYED, attributes: {} }, { ...SAME, attributes }), [
      '+ attributes.__proto__: "a"',
      '+ attributes.constructor: "b"',
    ]);
  });
});

test("what the file writes and LiveKit takes for absent is named", () => {
  const file = {
    ...SAME,
    sipDispatchRuleId: "",
    hidePhoneNumber: false,
    media: {},
    numbers: [],
    roomConfig: { metadata: "" },
  };
  const comparison = compareRules(JSON.stringify(DEPLOYED), JSON.stringify(file));
  assert.deepEqual(comparison?.defaults, [
    "hide_phone_number",
    "media",
    "numbers",
    "room_config.metadata",
    "room_config",
  ]);
});

test("a text that is no rule cannot be compared", () => {
  for (const text of [
    "",
    "[]",
    "{",
    '{"name": 1}',
    '{"rule": {"dispatchRuleDirect": {}, "dispatchRuleCallee": {}}}',
  ])
    assert.equal(compareRules("{}", text), undefined);
});

test("the content stays the same when the server only writes it differently", () => {
  const other = { ...DEPLOYED, updated_at: "2026-01-01T00:00:00Z", hide_phone_number: undefined };
  assert.equal(contentText(JSON.stringify(DEPLOYED)), contentText(JSON.stringify(other)));
  assert.notEqual(
    contentText(JSON.stringify(DEPLOYED)),
    contentText(JSON.stringify({ ...DEPLOYED, name: "x" })),
  );
});

test("a deployed rule as a file: no defaults, JSON names, and what nobody knows", () => {
  assert.equal(
    ruleFileText(JSON.stringify({ ...DEPLOYED, quiet: { yes: null, no: [1] } })),
    `{
  "sipDispatchRuleId": "SDR_Vh6vTqQ3YzKp",
  "rule": {
    "dispatchRuleDirect": {
      "roomName": "support"
    }
  },
  "trunkIds": [
    "ST_a",
    "ST_b"
  ],
  "name": "Support",
  "attributes": {
    "tier": "gold",
    "a b": "c"
  },
  "krispEnabled": true,
  "quiet": {
    "yes": null,
    "no": [
      1
    ]
  }
}
`,
  );
});

test("credentials are known by their place", () => {
  assert.equal(isCredential("room_config.egress.room.file_outputs[0].s3.secret"), true);
  assert.equal(isCredential("attributes.secret"), false);
});
