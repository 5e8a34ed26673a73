/** The calls on dispatch rules (livekit-server, pkg/service/sip.go). */
import { listedRules } from "../../../core/routing/store/listed.ts";
import { createRule, updateRule, type Written } from "../../../core/routing/store/write-rule.ts";
import { UNSUPPORTED } from "../../../core/routing/rule/rule-kind.ts";
import type { DispatchRule } from "../../../core/routing/types.ts";
import { defineSipCall, type Service } from "../call.ts";
import { newId } from "../identifiers.ts";
import { textField, textsField, withoutUnknown, type Fields } from "../message-value.ts";
import { listPages } from "../paging.ts";
import type { Store } from "../store.ts";
import { psrpcError, TwirpError } from "../twirp-error.ts";

const RULE = "SIPDispatchRuleInfo";

export const dispatchRuleCalls: Service = {
  CreateSIPDispatchRule: defineSipCall("CreateSIPDispatchRuleRequest", RULE, (request, { store, random }) => {
    const rule = acceptedRule(createRule(storedRules(store), withoutUnknown(request)));
    return save(store, newId("SDR_", random), rule);
  }),

  UpdateSIPDispatchRule: defineSipCall("UpdateSIPDispatchRuleRequest", RULE, (request, { store }) => {
    const rule = acceptedRule(updateRule(storedRules(store), request));
    return save(store, textField(request, "sipDispatchRuleId"), rule);
  }),

  ListSIPDispatchRule: defineSipCall(
    "ListSIPDispatchRuleRequest",
    "ListSIPDispatchRuleResponse",
    (request, { store }) => {
      const ids = textsField(request, "dispatchRuleIds");
      const trunkIds = textsField(request, "trunkIds");
      const items = listPages(store.list("rule"), request, (rule) => {
        const isAsked = ids.length === 0 || ids.includes(textField(rule, "sipDispatchRuleId"));
        return isAsked && listedRules([rule], trunkIds).length > 0;
      });
      return { items };
    },
  ),

  DeleteSIPDispatchRule: defineSipCall("DeleteSIPDispatchRuleRequest", RULE, (request, { store }) => {
    const id = textField(request, "sipDispatchRuleId");
    if (id === "") throw new TwirpError("invalid_argument", "dispatch rule ID is required");
    const rule = store.get("rule", id);
    if (!rule) throw new TwirpError("not_found", "requested sip dispatch rule does not exist");
    store.delete("rule", id);
    return rule;
  }),
};

function storedRules(store: Store): readonly DispatchRule[] {
  return store.list("rule").map(({ fields }) => fields);
}

function acceptedRule(written: Written): DispatchRule {
  if (written.ok) return written.stored;
  const { stage, fault } = written;
  if (fault.text === UNSUPPORTED.text) throw psrpcError(fault.code, fault.text);
  // What fails while it is applied is an error without a code (`UpdateSIPDispatchRule`).
  throw new TwirpError(stage === "apply" ? "unknown" : fault.code, fault.text);
}

function save(store: Store, id: string, rule: DispatchRule): Fields {
  const stored: Fields = { ...rule, sipDispatchRuleId: id };
  store.put("rule", id, stored);
  return stored;
}
