import { defineCheck } from "../check.ts";
import { Kind } from "../json/tree.ts";

export default defineCheck({
  code: "egress-credentials",
  severity: "warning",
  title: "Credentials in a rule file",
  why: `Rule files are shared, committed and listed: \`lk sip dispatch list\` and the API give the whole rule back to
everybody with access to the project. Storage keys in \`room_config.egress\` go with it. Configure storage on the
server where you can, keep the file out of version control, and change a key that was committed.`,

  fields: [
    "S3Upload.secret",
    "S3Upload.session_token",
    "GCPUpload.credentials",
    "AzureBlobUpload.account_key",
    "AliOSSUpload.secret",
    "ProxyConfig.password",
  ],
  values: "filled",

  checkField({ field, value }, report, { tree }) {
    if (tree.kind(value) !== Kind.String) return;
    const text = tree.stringValue(value);
    // What a tool of the author's fills in later is no secret yet.
    if (text === "" || /^(?:\$\{.*\}|\{\{.*\}\}|<.*>)$/.test(text)) return;
    report(
      value,
      `${field.name} is a credential: everybody who can read this file or list the rules can use it.`,
    );
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}, "room_config": {"egress": {"tracks": {"filepath": "calls/{track_id}", "s3": {"bucket": "calls", "secret": ⟦"not-a-real-secret"⟧}}}}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}, "room_config": {"egress": {"tracks": {"filepath": "calls/{track_id}", "s3": {"bucket": "calls"}}}}}`,
    },
  ],
});
