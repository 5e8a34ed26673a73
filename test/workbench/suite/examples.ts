/** The six files of LiveKit's documentation on dispatch rules, which most authors start from. */
export const DOCUMENTATION: Readonly<Record<string, string>> = {
  direct: `{
  "trunk_ids": [],
  "hide_phone_number": false,
  "rule": {
    "dispatchRuleDirect": {
      "roomName": "open-room",
      "pin": ""
    }
  }
}
`,
  pin: `{
  "trunk_ids": [],
  "hide_phone_number": false,
  "rule": {
    "dispatchRuleDirect": {
      "roomName": "safe-room",
      "pin": "12345"
    }
  }
}
`,
  individual: `{
  "trunk_ids": [],
  "hide_phone_number": false,
  "rule": {
    "dispatchRuleIndividual": {
      "roomPrefix": "call-",
      "pin": ""
    }
  }
}
`,
  callee: `{
  "trunk_ids": [],
  "hide_phone_number": false,
  "rule": {
    "dispatchRuleCallee": {
      "roomPrefix": "number-",
      "randomize": false,
      "pin": ""
    }
  }
}
`,
  metadata: `{
  "trunk_ids": [],
  "hide_phone_number": false,
  "metadata": "{\\"is_internal\\": true}",
  "rule": {
    "dispatchRuleIndividual": {
      "roomPrefix": "call-",
      "pin": ""
    }
  }
}
`,
  attributes: `{
  "trunk_ids": [],
  "hide_phone_number": false,
  "attributes": {
    "<key_name1>": "<value1>",
    "<key_name2>": "<value2>"
  },
  "rule": {
    "dispatchRuleIndividual": {
      "roomPrefix": "call-",
      "pin": ""
    }
  }
}
`,
};
