/** The deployed rules that are open as documents: what each editor began with, and what others have done since. Imports no editor. */
import { contentText } from "../../../core/compare/compare.ts";
import { ruleFileText } from "../../../core/compare/rule-text.ts";
import type { DeployedRule } from "../../../livekit/rules/deployed-rule.ts";
import { isSame, type Server } from "../../projects/project-entry.ts";

export interface OpenRule {
  /** As the editor began with it. */
  readonly base: DeployedRule;
  /** Where that came from. */
  readonly server: Server;
  /** Milliseconds since 1970; grows with every other text, and only then. */
  readonly mtime: number;
  readonly isGone: boolean;
}

export type OpenChange = "changed" | "deleted";

/** By the address of the document, as a text. */
export class OpenRules {
  readonly #open = new Map<string, OpenRule>();

  constructor(private readonly now: () => number) {}

  get(address: string): OpenRule | undefined {
    return this.#open.get(address);
  }

  /** The editor shows this from now on. */
  show(address: string, base: DeployedRule, server: Server): OpenRule {
    const before = this.#open.get(address);
    const isSame = before !== undefined && ruleFileText(before.base.text) === ruleFileText(base.text);
    const mtime = isSame ? before.mtime : Math.max((before?.mtime ?? 0) + 1, this.now());
    const open = { base, server, mtime, isGone: false };
    this.#open.set(address, open);
    return open;
  }

  /**
   * The person has seen what others have done, and wants to go over it. The time stays: VS Code would take another one
   * for a change by others, and refuse to save by itself.
   */
  overwriteNext(address: string, base: DeployedRule): void {
    const open = this.#open.get(address);
    if (open) this.#open.set(address, { ...open, base });
  }

  /** Whether what is shown came from another server than the one that its project points to now. */
  isFromElsewhere(address: string, now: Server): boolean {
    const open = this.#open.get(address);
    return open !== undefined && !isSame(open.server, now);
  }

  close(address: string): void {
    this.#open.delete(address);
  }

  /**
   * Takes in what is deployed in a project now.
   * @param isOfProject which documents are of it, and not being edited: saving tells whoever edits
   */
  note(
    rules: readonly DeployedRule[],
    isOfProject: (address: string) => boolean,
  ): readonly { readonly address: string; readonly change: OpenChange }[] {
    if (this.#open.size === 0) return [];
    const byId = new Map(rules.map((rule) => [rule.id, rule]));
    const changes: { address: string; change: OpenChange }[] = [];
    for (const [address, open] of this.#open) {
      if (!isOfProject(address)) continue;
      const now = byId.get(open.base.id);
      if (!now) {
        if (!open.isGone) changes.push({ address, change: "deleted" });
        this.#open.set(address, { ...open, isGone: true });
      } else if (open.isGone || contentText(now.text) !== contentText(open.base.text)) {
        this.show(address, now, open.server);
        changes.push({ address, change: "changed" });
      }
    }
    return changes;
  }
}

/** Saves that the person asked for. Where nobody says that one was asked for, it was not. */
export class AskedSaves {
  readonly #asked = new Set<string>();

  /** VS Code is about to save. */
  note(address: string, isAsked: boolean): void {
    if (isAsked) this.#asked.add(address);
    else this.#asked.delete(address);
  }

  /** For one write. */
  take(address: string): boolean {
    return this.#asked.delete(address);
  }
}
