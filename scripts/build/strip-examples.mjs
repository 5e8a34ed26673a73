// @ts-check
// A check keeps its examples beside its logic, for tests and documentation. No bundle needs to carry them.
import { readFile } from "node:fs/promises";
import ts from "typescript";

const DEFINERS = new Set(["defineCheck", "defineProblem", "definePictureCheck"]);

/** What only people who look a check up read; a language server never shows it. */
const TEXTS = ["examples", "why"];

/**
 * Takes properties, by default `examples`, out of the object handed to `defineCheck` or `defineProblem`. Line breaks
 * stay, so that every other line keeps its number.
 * @param {string} source text of a TypeScript file
 * @param {string} [fileName] for the parser's messages
 * @param {readonly string[]} [names] of the properties
 * @returns {string}
 */
export function stripExamples(source, fileName = "check.ts", names = ["examples"]) {
  if (!names.some((name) => source.includes(name))) return source;
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest);
  /** @type {{ start: number, end: number }[]} */
  const ranges = [];

  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && DEFINERS.has(node.expression.text)) {
      const [definition] = node.arguments;
      if (definition && ts.isObjectLiteralExpression(definition)) ranges.push(...rangesOf(definition, names));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);

  let text = "";
  let from = 0;
  for (const { start, end } of ranges.sort((a, b) => a.start - b.start)) {
    text += source.slice(from, start) + source.slice(start, end).replace(/[^\r\n]/g, "");
    from = end;
  }
  return text + source.slice(from);
}

/**
 * From the end of the property before to the end of this one, its comma included.
 * @param {ts.ObjectLiteralExpression} definition
 * @param {readonly string[]} names
 */
function rangesOf(definition, names) {
  return definition.properties.flatMap((property, index) => {
    if (!property.name || !ts.isIdentifier(property.name) || !names.includes(property.name.text)) return [];
    return [{ start: property.pos, end: definition.properties[index + 1]?.pos ?? definition.properties.end }];
  });
}

/** @param {readonly string[]} names @returns {import("esbuild").Plugin} */
const strip = (names) => ({
  name: "strip-examples",
  setup(build) {
    build.onLoad({ filter: /[\\/]core[\\/](picture[\\/])?checks[\\/][^\\/]+\.ts$/ }, async ({ path }) => ({
      contents: stripExamples(await readFile(path, "utf8"), path, names),
      loader: "ts",
    }));
  },
});

export const stripExamplesPlugin = strip(["examples"]);
/** For the language server and the extension. */
export const stripTextsPlugin = strip(TEXTS);
