/** Addresses of deployed rules as documents: they say which project and rule, so that they outlive a restart. Imports no editor. */
import { fileNames } from "../../../core/rules/convert/file-names.ts";

export const RULE_SCHEME = "livekit-rule";

export interface RulePlace {
  readonly projectId: string;
  readonly ruleId: string;
}

/** The parts of an address; its path ends like a rule file's, which gives the document its language. */
export function ruleAddress({ projectId, ruleId, name }: RulePlace & { readonly name: string }): {
  readonly scheme: string;
  readonly path: string;
  readonly query: string;
} {
  const [fileName = "rule.dispatch-rule.json"] = fileNames([[name, ruleId]]);
  return { scheme: RULE_SCHEME, path: `/${fileName}`, query: JSON.stringify([projectId, ruleId]) };
}

/** What an address says; `undefined` for one that we have not made. */
export function rulePlace(address: {
  readonly scheme: string;
  readonly query: string;
}): RulePlace | undefined {
  if (address.scheme !== RULE_SCHEME) return undefined;
  try {
    const parts: unknown = JSON.parse(address.query);
    if (!Array.isArray(parts)) return undefined;
    const [projectId, ruleId] = parts as readonly unknown[];
    if (typeof projectId !== "string" || typeof ruleId !== "string") return undefined;
    return { projectId, ruleId };
  } catch {
    return undefined;
  }
}
