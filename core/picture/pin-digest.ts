/**
 * PINs that can be compared and not be read: where deployed rules come from a project, the language server gets
 * digests of their PINs, made with a key that lives as long as the session.
 */
import { sha256 } from "../routing/answer/sha256.ts";
import type { DispatchRule, RuleKind } from "../routing/types.ts";

const encoder = new TextEncoder();

/** Equal for equal PINs under one key. Empty stays empty: that there is no PIN is no secret. */
export function pinDigest(key: string, pin: string): string {
  return pin === "" ? "" : `#${sha256(encoder.encode(`${key}\0${pin}`)).slice(0, 32)}`;
}

/** The rule with another PIN in the place of the one that it has. */
export function withPin(rule: DispatchRule, change: (pin: string) => string): DispatchRule {
  const kinds = rule.rule;
  if (!kinds) return rule;
  const {
    dispatchRuleDirect: direct,
    dispatchRuleIndividual: individual,
    dispatchRuleCallee: callee,
  } = kinds;
  if (!direct?.pin && !individual?.pin && !callee?.pin) return rule;
  const changed: RuleKind = {
    ...(direct && { dispatchRuleDirect: changedKind(direct, change) }),
    ...(individual && { dispatchRuleIndividual: changedKind(individual, change) }),
    ...(callee && { dispatchRuleCallee: changedKind(callee, change) }),
  };
  return { ...rule, rule: changed };
}

function changedKind<Kind extends { readonly pin?: string }>(
  kind: Kind,
  change: (pin: string) => string,
): Kind {
  return kind.pin === undefined || kind.pin === "" ? kind : { ...kind, pin: change(kind.pin) };
}

/** The digests of the PINs of many rules, each made once. */
export class PinDigests {
  readonly #known = new Map<string, string>();

  /** @param key absent: PINs stay as they are */
  constructor(private readonly key: string | undefined) {}

  /** The rule with the digest in the place of its PIN. */
  in(rule: DispatchRule): DispatchRule {
    const { key } = this;
    if (key === undefined) return rule;
    return withPin(rule, (pin) => {
      const digest = this.#known.get(pin) ?? pinDigest(key, pin);
      this.#known.set(pin, digest);
      return digest;
    });
  }
}
