/** A rule of the demo project as somebody has changed it in a file: another prefix, and no agent. */
export const BOOKINGS = `{
  "dispatch_rule": {
    "name": "Bookings",
    "trunk_ids": ["ST_DemoMainLine"],
    "numbers": ["+15105550100"],
    "rule": {
      "dispatchRuleIndividual": {
        "roomPrefix": "reservation"
      }
    }
  }
}
`;
