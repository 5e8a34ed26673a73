/**
 * To which files the user of VS Code gave another language than their names do (`files.associations`): without
 * that, files would be reported that are no rule files any more, and new ones would be missed.
 */
import type { MessageConnection } from "vscode-jsonrpc";
import { isObject } from "../core/configuration/levels.ts";
import { pathPattern, type PathPattern } from "../core/configuration/path-pattern.ts";
import { isRuleFile } from "../core/rules/file-patterns.ts";
import { comparable, pathFrom } from "./uris.ts";

export const ASSOCIATIONS = "files.associations";

/** As the extension's manifest has it. */
const LANGUAGE = "livekit-dispatch-rule";

interface Association {
  readonly matches: PathPattern;
  readonly isOurs: boolean;
}

export class FileAssociations {
  /** The longest glob first: that is the one that VS Code takes. */
  #associations: readonly Association[] = [];
  #text = "";

  constructor(private readonly connection: MessageConnection) {}

  /** Whether a file is a rule file, by what the user said or by its name. */
  isRuleFile(uri: string): boolean {
    const path = pathFrom(undefined, uri).toLowerCase();
    const association = this.#associations.find(({ matches }) => matches(path));
    return association ? association.isOurs : isRuleFile(comparable(uri));
  }

  /** Asks the client. @returns whether something is different now */
  async ask(): Promise<boolean> {
    const answers: unknown = await this.connection
      .sendRequest("workspace/configuration", { items: [{ section: ASSOCIATIONS }] })
      .catch(() => null);
    const value: unknown = Array.isArray(answers) ? (answers[0] ?? null) : null;
    const text = JSON.stringify(value);
    if (text === this.#text) return false;
    this.#text = text;
    this.#associations = Object.entries(isObject(value) ? value : {})
      .sort(([one], [other]) => other.length - one.length)
      .flatMap(([glob, language]) => {
        const matches = pathPattern(glob.toLowerCase());
        return matches ? [{ matches, isOurs: language === LANGUAGE }] : [];
      });
    return true;
  }
}
