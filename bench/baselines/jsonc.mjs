// jsonc-parser's tree: the floor for anybody who wants ranges without writing a parser.
import jsonc from "jsonc-parser";

const { parseTree } = jsonc; // a CommonJS module without named exports
const STRICT = { disallowComments: true, allowTrailingComma: false };

/** The tree of a text with its syntax errors. */
export function tree(text) {
  const errors = [];
  return parseTree(text, errors, STRICT) ?? errors;
}
