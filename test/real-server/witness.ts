/** LiveKit's own client for Node: says what the server has stored, independently of ours. */
import assert from "node:assert/strict";
import { SipClient } from "livekit-server-sdk";
import type { OpenServer } from "../livekit/support/servers.ts";
import type { Expected } from "./examples.ts";

type SIPDispatchRuleInfo = Awaited<ReturnType<SipClient["listSipDispatchRule"]>>[number];

export interface Witness {
  readonly rules: () => Promise<readonly SIPDispatchRuleInfo[]>;
  /** The only rule that there is. */
  readonly only: () => Promise<SIPDispatchRuleInfo>;
}

export function witnessOf({ connection: { url, apiKey, apiSecret } }: OpenServer): Witness {
  const sip = new SipClient(url, apiKey, apiSecret, { failover: false });
  const rules = () => sip.listSipDispatchRule();
  return {
    rules,
    async only() {
      const [rule, ...others] = await rules();
      assert.ok(rule, "there is no rule");
      assert.equal(others.length, 0);
      return rule;
    },
  };
}

export function assertStored(rule: SIPDispatchRuleInfo, expected: Expected): void {
  const { kind, value, metadata = "", attributes = {} } = expected;
  const { rule: { rule: stored } = {} } = rule;
  assert.equal(stored?.case, kind);
  for (const [name, wanted] of Object.entries(value))
    assert.equal((stored?.value as Readonly<Record<string, unknown>> | undefined)?.[name], wanted, name);
  assert.deepEqual([rule.metadata, rule.attributes, rule.trunkIds], [metadata, attributes, []]);
  assert.equal(rule.hidePhoneNumber, false);
}
