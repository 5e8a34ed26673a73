// What goes wrong in a 2 KB rule: broken JSON, and JSON that LiveKit refuses.
import { fullRule } from "./full-rule.mjs";
import { print } from "./print.mjs";

/** The full rule after `change` has been at its `dispatch_rule`. */
function changed(change) {
  const document = fullRule();
  change(document.dispatch_rule);
  return print(document);
}

/**
 * The variants by name.
 * @returns {Record<string, string>}
 */
export function brokenRules() {
  const text = print(fullRule());
  return {
    missingComma: text.replace('"hide_phone_number": true,', '"hide_phone_number": true'),
    trailingComma: text.replace('"krisp_enabled": true', '"krisp_enabled": true,'),
    truncated: text.slice(0, Math.floor(text.length * 0.6)),
    unclosedString: text.replace('"sip-default"', '"sip-default'),
    twoKinds: changed((rule) => (rule.rule.dispatchRuleDirect = { roomName: "x" })),
    noKind: changed((rule) => (rule.rule = {})),
    metadataObject: changed((rule) => (rule.metadata = { is_internal: true })),
    attrNumber: changed((rule) => (rule.attributes["acme.priority"] = 3)),
    unknownField: changed((rule) => {
      rule.room_confg = rule.room_config;
      delete rule.room_config;
    }),
    bothSpellings: changed((rule) => (rule.trunkIds = [])),
    badEnum: changed((rule) => (rule.media.encryption = "SIP_MEDIA_ENCRYPT_MAYBE")),
    negative: changed((rule) => (rule.room_config.empty_timeout = -1)),
    twentyUnknown: changed((rule) => {
      for (let index = 0; index < 20; index++) rule["bad_field_" + index] = index;
    }),
  };
}

/** `list` with one misspelt field in the middle. */
export function brokenInTheMiddle(list) {
  const field = '"trunkIds"';
  const at = list.indexOf(field, Math.floor(list.length / 2));
  return list.slice(0, at) + '"trunkIDs"' + list.slice(at + field.length);
}
