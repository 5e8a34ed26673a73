/** The rules and trunks that a routing test names, or has in itself. */
import { dirname, isAbsolute, join } from "node:path";
import { readRuleDocument } from "../../../core/document.ts";
import { rulesInDocument } from "../../../core/routing-tests/rules-in-document.ts";
import type { Source, TestFile } from "../../../core/routing-tests/test-file.ts";
import { trunksInText } from "../../../core/routing-tests/trunks-in-text.ts";
import type { InboundTrunk } from "../../../core/routing/types.ts";
import type { Lines } from "../../check/lines.ts";
import { UsageError } from "../../command.ts";
import { loadRules, withoutRepeats } from "../load-rules.ts";
import type { LeftOut } from "../../../core/routing/sourced-rule.ts";
import { loadTrunks } from "../load-trunks.ts";
import { exactPlaceOf, type SourcedRule } from "../../../core/routing/sourced-rule.ts";

export interface Resolved {
  readonly rules: readonly SourcedRule[];
  readonly trunks: readonly InboundTrunk[];
  readonly leftOut: readonly LeftOut[];
  /** What is not there, or is no rule or trunk, with its place in the test. */
  readonly problems: readonly { readonly start: number; readonly message: string }[];
}

export async function resolveSources(file: TestFile, testFile: string, lines: Lines): Promise<Resolved> {
  const rules = new Map<string, SourcedRule>();
  const trunks: InboundTrunk[] = [];
  const leftOut: LeftOut[] = [];
  const problems: { start: number; message: string }[] = [];
  for (const source of file.rules)
    await guarded(source, async () => {
      if (source.kind === "inline") inlineRules(source);
      else {
        const loaded = await loadRules([pathOf(source)]);
        for (const rule of loaded.rules) rules.set(exactPlaceOf(rule), rule);
        leftOut.push(...loaded.leftOut);
      }
    });
  for (const source of file.trunks)
    await guarded(source, () => {
      const loaded = source.kind === "inline" ? inlineTrunks(source) : loadTrunks(pathOf(source));
      trunks.push(...loaded.trunks);
      leftOut.push(...loaded.leftOut);
      return Promise.resolve();
    });
  const unique = withoutRepeats([...rules.values()], leftOut);
  return { ...unique, trunks, problems };

  function pathOf({ text }: Source): string {
    return isAbsolute(text) ? text : join(dirname(testFile), text);
  }

  async function guarded({ start }: Source, load: () => Promise<void>): Promise<void> {
    try {
      await load();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push({ start, message: `${error.message}.` });
    }
  }

  function inlineRules({ text, start }: Source): void {
    const found = rulesInDocument(readRuleDocument(text));
    if (!found.ok)
      problems.push({ start: start + found.start, message: `This is no rule: ${found.reason}.` });
    else
      for (const { rule, start: inside } of found.rules) {
        const sourced = { rule, path: testFile, ...lines.place(start + inside) };
        rules.set(exactPlaceOf(sourced), sourced);
      }
  }

  function inlineTrunks({ text, start }: Source): Pick<Resolved, "trunks" | "leftOut"> {
    const found = trunksInText(text);
    for (const { reason, start: inside } of found.leftOut)
      problems.push({ start: start + inside, message: `This is no inbound trunk: ${reason}.` });
    return { trunks: found.trunks, leftOut: [] };
  }
}
