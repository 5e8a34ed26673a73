/** Rule files that several tests use. */

/** Nothing is wrong with it, whoever reads it as a create request. */
export const FINE = `{
  "dispatch_rule": {
    "name": "Support line",
    "trunk_ids": ["ST_8hXkQm2vTz4a"],
    "rule": {"dispatchRuleIndividual": {"roomPrefix": "call"}},
    "roomConfig": {"agents": [{"agentName": "support-agent"}]}
  }
}
`;

/** The same with a comma that LiveKit refuses, and that a safe fix removes. */
export const TRAILING_COMMA = FINE.replace(`"call"}},`, `"call",}},`);
