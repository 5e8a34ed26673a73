/** Deployed rules as the texts of files. Imports no editor. */
import { ruleFileText } from "../../core/compare/rule-text.ts";
import { readRuleDocument } from "../../core/document.ts";
import { convertTo } from "../../core/rules/convert.ts";
import { fileNames } from "../../core/rules/convert/file-names.ts";
import type { DeployedRule } from "../../livekit/rules/deployed-rule.ts";

/** What an import can write. */
export const IMPORT_FORMS = ["bare", "wrapped", "update", "list"] as const;
export type ImportForm = (typeof IMPORT_FORMS)[number];

export interface TextFile {
  readonly fileName: string;
  readonly text: string;
}

/**
 * @param existing names of files that are there, which no new one is given
 * @returns a file for each rule, or one for all with the form `list`
 */
export function importFiles(
  rules: readonly DeployedRule[],
  form: ImportForm,
  existing: readonly string[],
): readonly TextFile[] {
  if (form === "list") {
    const items = rules.map(({ text }) => JSON.parse(ruleFileText(text)) as unknown);
    const fileName = freeName("deployed.dispatch-rules.json", existing);
    return [{ fileName, text: laidOut({ items }) }];
  }
  // Those that are there take part as candidates, so that a new one gets another number.
  const taken = existing.filter((name) => ENDING.test(name)).map((name) => [name.replace(ENDING, "")]);
  const names = fileNames([...taken, ...rules.map(({ id, name }) => [name, id])]).slice(taken.length);
  const free: string[] = [...existing];
  return rules.map((rule, index) => {
    const fileName = freeName(names[index]!, free);
    free.push(fileName);
    return { fileName, text: textIn(rule, form) };
  });
}

const ENDING = /\.dispatch-rule\.json$/i;

/** A name that no file has, on any file system. */
function freeName(name: string, existing: readonly string[]): string {
  const taken = new Set(existing.map(comparable));
  const [stem, ending] = [name.slice(0, name.indexOf(".")), name.slice(name.indexOf("."))];
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${stem}-${number}${ending}`;
    if (!taken.has(comparable(candidate))) return candidate;
  }
}

function comparable(name: string): string {
  return name.normalize("NFKC").toUpperCase().toLowerCase();
}

function textIn({ id, text }: DeployedRule, form: Exclude<ImportForm, "list">): string {
  const bare = ruleFileText(text);
  if (form === "bare") return bare;
  if (form === "update") return laidOut({ sip_dispatch_rule_id: id, replace: JSON.parse(bare) as unknown });
  const conversion = convertTo(readRuleDocument(bare), "wrapped");
  return conversion.ok ? conversion.text : bare;
}

/** A create request for another rule like this one. @param name empty for none */
export function duplicateText({ text }: DeployedRule, name: string): string {
  const conversion = convertTo(readRuleDocument(ruleFileText(text)), "wrapped");
  if (!conversion.ok) return ruleFileText(text);
  const request = JSON.parse(conversion.text) as {
    readonly dispatch_rule: Readonly<Record<string, unknown>>;
  };
  const { name: _, ...rule } = request.dispatch_rule;
  return laidOut({ dispatch_rule: name === "" ? rule : { name, ...rule } });
}

/** A name for the copy that no rule has: `Bookings (copy)`, `Bookings (copy 2)`. */
export function copyName(name: string, taken: ReadonlySet<string>): string {
  const stem = name.replace(/ \(copy(?: \d+)?\)$/, "");
  for (let number = 1; ; number++) {
    const candidate = `${stem} (copy${number === 1 ? "" : ` ${number}`})`.trimStart();
    if (!taken.has(candidate)) return candidate;
  }
}

function laidOut(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
