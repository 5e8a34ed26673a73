/** What LiveKit answers to a request because of the rules that are deployed: known before anything is sent. */
import { readCreateRequest, readRule, readUpdateRequest } from "../../core/routing/input/read.ts";
import { validateRules, type RuleFault } from "../../core/routing/rule/rule-validator.ts";
import { createRule, updateRule, type Written } from "../../core/routing/store/write-rule.ts";
import type { DispatchRule } from "../../core/routing/types.ts";
import type { DeployedRule } from "./deployed-rule.ts";

export type BesideDeployed =
  /** The rule as LiveKit would store it. */
  | { readonly kind: "accepted"; readonly stored: DispatchRule }
  /** `blocks`: LiveKit would store it, and from then on refuse every new rule. */
  | {
      readonly kind: "rejected" | "conflict" | "blocks";
      /** LiveKit's text. */
      readonly text: string;
      /** The rule that has what this one claims. */
      readonly other?: { readonly id: string; readonly name: string };
    };

export function readDeployed(deployed: readonly DeployedRule[]): DispatchRule[] {
  return deployed.map(({ text }) => readRule(JSON.parse(text)).value);
}

/** @param body of a create request, JSON that LiveKit can read */
export function createBeside(rules: readonly DispatchRule[], body: string): BesideDeployed {
  return besideOf(createRule(rules, readCreateRequest(JSON.parse(body)).value));
}

/** @param body of an update request, JSON that LiveKit can read */
export function updateBeside(rules: readonly DispatchRule[], body: string): BesideDeployed {
  const request = readUpdateRequest(JSON.parse(body)).value;
  const written = updateRule(rules, request);
  if (!written.ok) return besideOf(written);
  const after = rules.map((rule) =>
    rule.sipDispatchRuleId === request.sipDispatchRuleId ? written.stored : rule,
  );
  const { fault } = validateRules(after);
  // A conflict that is there already is not made by this update.
  if (!fault || validateRules(rules).fault) return besideOf(written);
  return { kind: "blocks", text: fault.text, ...otherOf(fault) };
}

function besideOf(written: Written): BesideDeployed {
  if (written.ok) return { kind: "accepted", stored: written.stored };
  const { stage, fault } = written;
  const kind = stage === "conflict" ? "conflict" : "rejected";
  return { kind, text: fault.text, ...otherOf(fault) };
}

/** LiveKit holds the new rule against the stored ones in an order of its own, so either of the two may be the new one. */
function otherOf(fault: object): { readonly other?: { readonly id: string; readonly name: string } } {
  const { rule, other } = fault as Partial<RuleFault>;
  const stored = [other, rule].find((each) => (each?.sipDispatchRuleId ?? "") !== "");
  if (!stored) return {};
  return { other: { id: stored.sipDispatchRuleId ?? "", name: stored.name ?? "" } };
}
