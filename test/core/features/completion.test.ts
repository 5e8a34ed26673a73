import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Facts } from "../../../core/features/facts.ts";
import { accepted, completionsIn, labelsIn } from "./marked.ts";

const FACTS: Facts = {
  trunks: [
    { id: "ST_8m3KxQv7Rt2Z", name: "Carrier", numbers: ["+15550199"] },
    { id: "ST_4nPw9LcYb6Ha", name: "", numbers: [] },
  ],
  agentNames: ["triage"],
  attributeNames: ["team", "shift"],
};

/** A document with the cursor, the item that is chosen, the document after. */
type Accepted = readonly [before: string, label: string, after: string];

function check(cases: Readonly<Record<string, Accepted>>): void {
  for (const [name, [before, label, after]] of Object.entries(cases))
    test(name, () => assert.equal(accepted(before, label, FACTS), after));
}

describe("a member", () => {
  check({
    "in empty braces": [
      `{"rule": {|}}`,
      "dispatchRuleDirect",
      `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    ],
    "behind a comma": [`{"rule": {}, |}`, "name", `{"rule": {}, "name": ""}`],
    "behind a value, with the missing comma": [`{"rule": {}|}`, "name", `{"rule": {}, "name": ""}`],
    "in front of another": [`{|"rule": {}}`, "name", `{"name": "", "rule": {}}`],
    "between two, both commas missing": [
      `{"rule": {} | "metadata": ""}`,
      "name",
      `{"rule": {}, "name": "", "metadata": ""}`,
    ],
    "between two, the comma in front is there": [
      `{"rule": {}, | "metadata": ""}`,
      "name",
      `{"rule": {}, "name": "", "metadata": ""}`,
    ],
    "between two, the comma behind is there": [
      `{"rule": {} |, "metadata": ""}`,
      "name",
      `{"rule": {}, "name": "", "metadata": ""}`,
    ],
    "on a line of its own, in lines": [
      `{
  "rule": {}
  |
}`,
      "room_config",
      `{
  "rule": {},
  "room_config": {
    "agents": [
      {
        "agentName": "triage"
      }
    ]
  }
}`,
    ],
    "in an object in one line, in one line": [
      `{"rule": {}, |}`,
      "room_config",
      `{"rule": {}, "room_config": {"agents": [{"agentName": "triage"}]}}`,
    ],
    "as minified as the file": [`{"rule":{},|}`, "name", `{"rule":{},"name":""}`],
    "in a half-typed name": [`{"rule": {}, "na|"}`, "name", `{"rule": {}, "name": ""}`],
    "in a half-typed name without quotes": [`{"rule": {}, na|}`, "name", `{"rule": {}, "name": ""}`],
    "in a name whose quote is missing": [`{"rule": {}, "na|}`, "name", `{"rule": {}, "name": ""}`],
    "in a name whose quote is missing before another member": [
      `{"rule": {}, "na|, "metadata": ""}`,
      "name",
      `{"rule": {}, "name": "", "metadata": ""}`,
    ],
    "in a name whose quote is missing, others on the next line": [
      `{
  "na|
  "rule": {"dispatchRuleDirect": {}}
}`,
      "name",
      `{
  "name": "",
  "rule": {"dispatchRuleDirect": {}}
}`,
    ],
    "in a name that has a value: the name alone": [
      `{"rule": {}, "na|me": "Support"}`,
      "metadata",
      `{"rule": {}, "metadata": "Support"}`,
    ],
    "true or false": [`{"rule": {}, |}`, "krisp_enabled", `{"rule": {}, "krisp_enabled": true}`],
    "a list": [`{"rule": {}, |}`, "numbers", `{"rule": {}, "numbers": [""]}`],
    "a map": [`{"rule": {}, |}`, "attributes", `{"rule": {}, "attributes": {"": ""}}`],
    "an attribute": [`{"rule": {}, "attributes": {|}}`, "team", `{"rule": {}, "attributes": {"team": ""}}`],
    "in an item of a list": [
      `{"rule": {}, "room_config": {"agents": [{|}]}}`,
      "agent_name",
      `{"rule": {}, "room_config": {"agents": [{"agent_name": ""}]}}`,
    ],
    "in an update": [
      `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "update": {"trunk_ids": {|}}}`,
      "add",
      `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "update": {"trunk_ids": {"add": [""]}}}`,
    ],
  });
});

describe("a value", () => {
  check({
    "of an enum": [
      `{"rule": {}, "media": {"encryption": |}}`,
      "SIP_MEDIA_ENCRYPT_REQUIRE",
      `{"rule": {}, "media": {"encryption": "SIP_MEDIA_ENCRYPT_REQUIRE"}}`,
    ],
    "of an enum, in quotes": [
      `{"rule": {}, "media": {"encryption": "SIP|"}}`,
      "SIP_MEDIA_ENCRYPT_REQUIRE",
      `{"rule": {}, "media": {"encryption": "SIP_MEDIA_ENCRYPT_REQUIRE"}}`,
    ],
    "true or false, half typed": [
      `{"rule": {}, "krisp_enabled": tr|}`,
      "true",
      `{"rule": {}, "krisp_enabled": true}`,
    ],
    "right behind the colon": [
      `{"rule": {}, "krisp_enabled":|}`,
      "true",
      `{"rule": {}, "krisp_enabled": true}`,
    ],
    "in front of the value that it replaces": [
      `{"rule": {}, "krisp_enabled": | false}`,
      "true",
      `{"rule": {}, "krisp_enabled": true}`,
    ],
    "in front of a member that lacks its comma": [
      `{"hide_phone_number": | "rule": {}}`,
      "true",
      `{"hide_phone_number": true, "rule": {}}`,
    ],
    "in quotes that are not closed": [
      `{"rule": {"dispatchRuleIndividual": {"roomPrefix": "ca|}}}`,
      "call-",
      `{"rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}`,
    ],
    "a duration": [
      `{"rule": {}, "media": {"media_timeout": |}}`,
      "30s",
      `{"rule": {}, "media": {"media_timeout": "30s"}}`,
    ],
    "a codec": [
      `{"rule": {}, "media": {"codecs": [{"name": "|"}]}}`,
      "PCMU",
      `{"rule": {}, "media": {"codecs": [{"name": "PCMU"}]}}`,
    ],
    "a trunk": [
      `{"rule": {}, "trunk_ids": |}`,
      "ST_8m3KxQv7Rt2Z",
      `{"rule": {}, "trunk_ids": ["ST_8m3KxQv7Rt2Z"]}`,
    ],
    "a trunk in its list": [
      `{"rule": {}, "trunk_ids": ["ST_4nPw9LcYb6Ha" |]}`,
      "ST_8m3KxQv7Rt2Z",
      `{"rule": {}, "trunk_ids": ["ST_4nPw9LcYb6Ha", "ST_8m3KxQv7Rt2Z"]}`,
    ],
    "a trunk in quotes that are not closed": [
      `{"rule": {}, "trunk_ids": ["ST|, "ST_4nPw9LcYb6Ha"]}`,
      "ST_8m3KxQv7Rt2Z",
      `{"rule": {}, "trunk_ids": ["ST_8m3KxQv7Rt2Z", "ST_4nPw9LcYb6Ha"]}`,
    ],
    "a trunk to add": [
      `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "update": {"trunk_ids": {"add": [|]}}}`,
      "ST_8m3KxQv7Rt2Z",
      `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "update": {"trunk_ids": {"add": ["ST_8m3KxQv7Rt2Z"]}}}`,
    ],
    "a called number": [
      `{"rule": {}, "numbers": ["|"]}`,
      "+15550199",
      `{"rule": {}, "numbers": ["+15550199"]}`,
    ],
    "an agent": [
      `{"rule": {}, "room_config": {"agents": [{"agent_name": "|"}]}}`,
      "triage",
      `{"rule": {}, "room_config": {"agents": [{"agent_name": "triage"}]}}`,
    ],
    "an item that is an object": [
      `{"rule": {}, "room_config": {"agents": [|]}}`,
      "{…}",
      `{"rule": {}, "room_config": {"agents": [{"agent_name": "triage"}]}}`,
    ],
  });
});

describe("what is offered", () => {
  const fields = (marked: string): string[] => labelsIn(marked, FACTS);

  test("only fields that are not there, in either spelling", () => {
    const offered = fields(`{"trunkIds": [], "room_config": null, "rule": {}, |}`);
    for (const name of ["trunk_ids", "trunkIds", "room_config", "roomConfig", "rule"])
      assert.ok(!offered.includes(name), name);
  });

  test("no second kind of rule", () => {
    assert.deepEqual(fields(`{"rule": {"dispatchRuleDirect": {}, |}}`), []);
    assert.deepEqual(fields(`{"rule": {"dispatch_rule_callee": null, |}}`), [
      "dispatch_rule_individual",
      "dispatch_rule_direct",
    ]);
  });

  test("no field that a member read by mistake holds", () => {
    assert.ok(!fields(`{"numbers": [], |"name": "metadata": ""}`).includes("metadata"));
  });

  test("nothing beside a wrapper, where LiveKit ignores it", () => {
    assert.deepEqual(fields(`{"dispatch_rule": {"rule": {}}, |}`), []);
  });

  test("no id and no times in a rule to be created", () => {
    const offered = fields(`{"dispatch_rule": {|}}`);
    assert.deepEqual(offered.slice(0, 4), ["rule", "trunk_ids", "name", "room_config"]);
    for (const name of ["sip_dispatch_rule_id", "created_at", "updated_at"])
      assert.ok(!offered.includes(name));
  });

  test("deprecated fields last, and marked", () => {
    const items = completionsIn(`{"dispatch_rule": {|}}`);
    assert.equal(items.at(-1)?.label, "media_encryption");
    assert.deepEqual(items.map(({ deprecated }) => deprecated).indexOf(true), items.length - 1);
  });

  test("trunks that are not listed yet, with names and numbers", () => {
    const items = completionsIn(`{"rule": {}, "trunk_ids": ["ST_4nPw9LcYb6Ha", "|"]}`, FACTS);
    assert.deepEqual(
      items.map(({ label, detail }) => [label, detail]),
      [["ST_8m3KxQv7Rt2Z", "Carrier, +15550199"]],
    );
  });

  test("nothing of what is unknown", () => {
    assert.deepEqual(labelsIn(`{"rule": {}, "trunk_ids": ["|"]}`), []);
    assert.deepEqual(labelsIn(`{"rule": {}, "attributes": {"|"}}`), []);
    assert.deepEqual(labelsIn(`{"rule": {}, "room_config": {"agents": [{"agentName": "|"}]}}`), []);
  });

  test("nothing inside metadata, comments and unknown objects, or behind a name", () => {
    for (const marked of [
      `{"rule": {}, "metadata": "{\\"a\\": |}"}`,
      `{"rule": {}, /* | */ "name": ""}`,
      `{"rule": {}, // |`,
      `{"rule": {}, "custom": {|}}`,
      `{"rule": {}, "name" |: ""}`,
      `{"rule": {}, "trunk_ids": | []}`,
      `{"rule": {}} |`,
      `| {"rule": {}}`,
    ])
      assert.deepEqual(fields(marked), [], marked);
  });

  test("whether there is more to choose afterwards", () => {
    const open = completionsIn(`{"dispatch_rule": {|}}`, FACTS).filter(({ suggestsNext }) => suggestsNext);
    assert.deepEqual(
      open.map(({ label }) => label),
      ["rule", "trunk_ids", "attributes", "numbers", "media", "media_encryption"],
    );
  });
});

describe("spelling", () => {
  const spellings: Readonly<Record<string, readonly [marked: string, expected: string]>> = {
    "of what is half typed": [`{"rule": {}, "trunkIds": [], "hide_|"}`, "hide_phone_number"],
    "of the fields beside it": [`{"rule": {}, "trunkIds": [], |}`, "hidePhoneNumber"],
    "of the other items of a list": [
      `{"rule": {}, "room_config": {"agents": [{"agentName": ""}, {|}]}}`,
      "agentName",
    ],
    "of the fields around it": [`{"rule": {}, "room_config": {"agents": [{|}]}}`, "agent_name"],
    "of a file in snake case throughout": [
      `{"rule": {}, "room_config": {"empty_timeout": 1}, "media": {|}}`,
      "only_listed_codecs",
    ],
    "of LiveKit's documentation, at the top": [`{"rule": {}, |}`, "trunk_ids"],
    "of LiveKit's documentation, below": [
      `{"dispatch_rule": {"trunk_ids": [], "rule": {|}}}`,
      "dispatchRuleDirect",
    ],
  };
  for (const [name, [marked, expected]] of Object.entries(spellings))
    test(name, () => assert.ok(labelsIn(marked).includes(expected), labelsIn(marked).join(", ")));
});

describe("whole rules", () => {
  const WRAPPED = `{
  "dispatch_rule": {
    "name": "",
    "rule": {
      "dispatchRuleDirect": {
        "roomName": "open-room"
      }
    }
  }
}`;
  for (const marked of ["|", "dis|", `"disp|`, "{|}", "{|\n}", `{"|"}`, "{\n  |\n}", "{|", `{"disp|`])
    test(`in ${JSON.stringify(marked)}`, () => {
      assert.equal(accepted(marked, "rule: direct"), WRAPPED);
    });

  test("in the form that the target takes", () => {
    const opening = (target: "lk-create" | "lk-update" | "api-create" | "api-update"): string =>
      /"\w+"/.exec(accepted("|", "rule: callee", undefined, target))?.[0] ?? "";
    assert.equal(opening("lk-create"), `"dispatch_rule"`);
    assert.equal(opening("api-create"), `"dispatch_rule"`);
    assert.equal(opening("lk-update"), `"name"`);
    assert.equal(opening("api-update"), `"sip_dispatch_rule_id"`);
  });

  test("not where a rule has been begun", () => {
    assert.ok(!labelsIn(`{"name": "", |}`).includes("rule: direct"));
  });

  test("with what the project has", () => {
    const text = accepted("|", "rule: individual, with an agent", FACTS);
    assert.match(text, /"trunk_ids": \["ST_8m3KxQv7Rt2Z"\]/);
    assert.match(text, /"agentName": "triage"/);
  });
});

describe("fields by target", () => {
  test("an update request asks for its id and an action", () => {
    assert.deepEqual(labelsIn(`{"sip_dispatch_rule_id": "SDR_x", |}`, undefined, "api-update"), [
      "replace",
      "update",
    ]);
  });

  test("the legacy form of a create request is deprecated", () => {
    const items = completionsIn(`{"rule": {"dispatchRuleDirect": {}}, |}`, undefined, "api-create");
    assert.ok(items.length > 0 && items.every(({ deprecated }) => deprecated));
  });

  test("the rules of a list have what the server gave them", () => {
    assert.ok(labelsIn(`{"items": [{"sipDispatchRuleId": "SDR_x", |}]}`).includes("createdAt"));
  });
});
