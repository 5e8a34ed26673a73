/** How rules and trunks of the picture are called in sentences. PINs never stand in them. */
import { ruleName, trunkName } from "../routing/reasons/names.ts";
import type { InboundTrunk } from "../routing/types.ts";
import { inWords, named, quoted, shown } from "../text/show.ts";
import { MOST_LOOKED_AT } from "./groups.ts";
import type { PictureFile, PictureRule } from "./origin.ts";

/** `the deployed rule "Support" (SDR_…) in project "Demo"`, `rule "Support" in support.json`, `the rule in support.json`. */
export function ruleWords(rule: PictureRule, from: PictureFile): string {
  const { name = "", sipDispatchRuleId: id = "" } = rule.rule;
  if (rule.origin === "deployed") return `the deployed ${ruleName(rule.rule)}${inProject(rule.project)}`;
  const isHere = rule.file.uri === from.uri;
  const place = isHere ? "of this file" : `in ${shown(fileName(rule.file.uri))}`;
  if (name !== "") return `rule ${quoted(name)} ${place}`;
  if (id !== "") return `rule ${named(id)} ${place}`;
  return isHere ? "another rule of this file" : `the rule ${place}`;
}

/** The first few of them. */
export function rulesWords(rules: readonly PictureRule[], from: PictureFile, most = 3): string {
  const words = rules.slice(0, most).map((rule) => ruleWords(rule, from));
  const rest = rules.length - words.length;
  // Of very many not all are known.
  const more = rules.length < MOST_LOOKED_AT ? `${rest} more` : `${rest} or more others`;
  return inWords(rest > 0 ? [...words, more] : words);
}

/** `trunk "Main line" (ST_…) in project "Demo"` */
export function trunkWords(
  trunk: InboundTrunk,
  { project }: { readonly project: string | undefined },
): string {
  return `${trunkName(trunk)}${inProject(project)}`;
}

/** Goes on after a noun: ` in project "Demo"`; nothing where there is only one. */
export function inProject(project: string | undefined): string {
  return project === undefined ? "" : ` in project ${quoted(project)}`;
}

export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** The last part of an address or a path, as people read it. */
export function fileName(uri: string): string {
  const last = uri.slice(Math.max(uri.lastIndexOf("/"), uri.lastIndexOf("\\")) + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
