import { defineCheck } from "../check.ts";
import { rangeOf } from "../document.ts";
import { suggestedFix } from "../fixes.ts";
import { Kind, NONE, type JsonTree, type Node } from "../json/tree.ts";
import type { Fix } from "../problem.ts";
import { keyOf } from "../protocol/fields.ts";
import { fieldNamed } from "../protocol/schema.ts";
import { parentOf } from "../json/parents.ts";
import { spell, spellingNear } from "./support/spelling.ts";

const ENCRYPTION = fieldNamed("SIPMediaConfig.encryption");
const MEDIA_ENCRYPTION = fieldNamed("SIPDispatchRuleInfo.media_encryption");

export default defineCheck({
  code: "media-dropped-by-lk",
  severity: "warning",
  title: "Media settings that lk does not send",
  why: `\`lk sip dispatch create\` puts what its flags \`--media-enc\` and \`--codecs\` say in the place of the file's
\`media\`, and nothing where they are not given. So \`media\` in a file is lost without a word; the HTTP API keeps it,
and so does \`lk sip dispatch update\`. \`media_encryption\` in the file does arrive: LiveKit copies it into
\`media.encryption\`.`,

  fields: ["SIPDispatchRuleInfo.media"],
  checkField({ key, value }, report, document) {
    const { plan, form, target, tree } = document;
    if (form !== "wrapped" || plan?.reader !== "lk-create") return;
    if (tree.kind(value) !== Kind.Object || tree.next(value) === value + 1) return;
    report(rangeOf(tree, key), {
      message:
        "`lk sip dispatch create` drops `media` without a word. Give `--media-enc` and `--codecs` to `lk`, or create the rule over the API.",
      // Without a target the file may be meant for the API, which keeps it.
      ...(target === "auto" ? { severity: "info" } : {}),
      fixes: () => asMediaEncryption(tree, key),
    });
  },

  examples: [
    {
      bad: `{"dispatch_rule": {⟦"media"⟧: {"encryption": "SIP_MEDIA_ENCRYPT_ALLOW"}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      fixed: `{"dispatch_rule": {"mediaEncryption": "SIP_MEDIA_ENCRYPT_ALLOW", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
    },
    {
      bad: `{"dispatch_rule": {⟦"media"⟧: {"codecs": [{"name": "PCMU", "rate": 8000}]}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      target: "lk-create",
    },
    {
      good: `{"dispatch_rule": {"media": {"codecs": [{"name": "PCMU", "rate": 8000}]}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      target: "api-create",
    },
  ],
});

/** Encryption alone has a field that `lk` does send. */
function asMediaEncryption(tree: JsonTree, key: Node): Fix[] {
  const media = key + 1;
  const encryption = keyOf(tree, media, ENCRYPTION);
  const isAlone = encryption === media + 1 && tree.next(encryption) === tree.next(media);
  const rule = parentOf(tree, key);
  if (!isAlone || keyOf(tree, rule, MEDIA_ENCRYPTION) !== NONE) return [];
  const name = spell(MEDIA_ENCRYPTION, spellingNear(tree, rule));
  const newText = `"${name}": ${tree.raw(encryption + 1)}`;
  return [suggestedFix(`Write it as \`${name}\``, { start: tree.start(key), end: tree.end(media), newText })];
}
