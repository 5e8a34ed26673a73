/** Syntax colours as VS Code works them out, with the engine that it carries. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Edition } from "../headless/editions.mjs";

interface Token {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly scopes: readonly string[];
}
interface Grammar {
  tokenizeLine(
    line: string,
    state: unknown,
  ): { readonly tokens: readonly Token[]; readonly ruleStack: unknown };
}
interface TextMate {
  readonly INITIAL: unknown;
  readonly Registry: new (options: object) => { loadGrammar(scope: string): Promise<Grammar> };
  readonly parseRawGrammar: (text: string, file: string) => object;
}
interface Oniguruma {
  readonly loadWASM: (binary: ArrayBufferLike) => Promise<void>;
  readonly OnigScanner: new (patterns: string[]) => object;
  readonly OnigString: new (text: string) => object;
}

/** Lines of `text  scope`, the innermost scope of each token; blanks are left out. */
export type Tokenize = (text: string) => string[];

/** @param file of the grammar @param scope its own name */
export async function tokenizerOf(edition: Edition, file: string, scope: string): Promise<Tokenize> {
  const require = createRequire(path.join(edition.modules, "any.js"));
  const { INITIAL, Registry, parseRawGrammar } = require("vscode-textmate") as TextMate;
  const { loadWASM, OnigScanner, OnigString } = require("vscode-oniguruma") as Oniguruma;
  const binary = readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"));
  await loadWASM(binary.buffer.slice(binary.byteOffset, binary.byteOffset + binary.byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new OnigScanner(patterns),
      createOnigString: (text: string) => new OnigString(text),
    }),
    loadGrammar: () => Promise.resolve(parseRawGrammar(readFileSync(file, "utf8"), file)),
  });
  const grammar = await registry.loadGrammar(scope);
  return (text) => {
    let state = INITIAL;
    return text.split("\n").flatMap((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens
        .map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }))
        .filter((token) => token.text.trim() !== "")
        .map((token) => `${token.text.trim()}  ${token.scopes.at(-1) ?? ""}`);
    });
  };
}
