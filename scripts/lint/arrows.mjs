// @ts-check
// The arrows between folders (ARCHITECTURE.md), as one table and one rule that resolves every import.
import { builtinModules } from "node:module";
import path from "node:path";

/**
 * What a folder may import.
 * @typedef {object} Arrow
 * @property {readonly RegExp[]} ours paths from the root of the repository, besides the folder itself
 * @property {RegExp} [foreign] npm packages it must not import
 * @property {RegExp} [node] the files of it that may import Node's own modules; none when absent
 */

/** Data: JSON only, so that importing it cannot bring behaviour along. */
const DATA = /^schemas\/.+\.json$/;
const MANIFEST = /^package\.json$/;
const EDITOR_PACKAGES = /^vscode($|[/-])/;
const EDITOR_ITSELF = /^vscode$/;
/** Everything but the few packages that compute and do nothing else. */
const ALL_BUT_PURE_PACKAGES = /^(?!jsonc-parser$)/;

/** @type {Readonly<Record<string, Arrow>>} */
export const ARROWS = {
  core: { ours: [DATA], foreign: ALL_BUT_PURE_PACKAGES },
  livekit: { ours: [DATA, /^core\//], foreign: EDITOR_PACKAGES, node: /^livekit\/(.+\/)?node\.ts$/ },
  server: { ours: [DATA, MANIFEST, /^core\//], foreign: EDITOR_ITSELF, node: /^server\/node[^/]*\.ts$/ },
  cli: { ours: [DATA, MANIFEST, /^(core|livekit|server)\//], foreign: EDITOR_PACKAGES, node: /./ },
  client: { ours: [DATA, MANIFEST, /^(core|livekit)\//, /^server\/messages\.ts$/] },
};

const NODE_MODULES = new Set(builtinModules);

/**
 * Says why `file` must not import `specifier`.
 * @param {string} file path from the root of the repository, with forward slashes
 * @param {string} specifier as written in the import
 * @returns {string | undefined} the reason, or undefined when the import is fine
 */
export function refuseImport(file, specifier) {
  const folder = file.split("/")[0] ?? "";
  const arrow = ARROWS[folder];
  if (!arrow) return undefined;
  if (specifier.startsWith(".") || specifier.startsWith("/")) {
    const target = path.posix.join(path.posix.dirname(file), specifier);
    if (target.startsWith(`${folder}/`) || arrow.ours.some((allowed) => allowed.test(target)))
      return undefined;
    return `"${folder}" must not import "${target}".`;
  }
  if (specifier.startsWith("node:") || NODE_MODULES.has(specifier)) {
    return arrow.node?.test(file)
      ? undefined
      : `"${file}" must run without Node: it must not import "${specifier}".`;
  }
  return arrow.foreign?.test(specifier) ? `"${folder}" must not import "${specifier}".` : undefined;
}

/** @type {import("eslint").Rule.RuleModule} */
const rule = {
  meta: {
    type: "problem",
    docs: { description: "keep the arrows between the folders of this repository" },
    messages: {
      arrow: "{{reason}} See the arrows in ARCHITECTURE.md.",
      computed: "An import must name its module in the source: the arrows cannot be checked otherwise.",
    },
    schema: [],
  },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join("/");
    if (!ARROWS[file.split("/")[0] ?? ""]) return {};

    /** @param {any} source the node that names the module */
    function check(source) {
      if (!source) return;
      if (typeof source.value !== "string") return context.report({ node: source, messageId: "computed" });
      const reason = refuseImport(file, source.value);
      if (reason) context.report({ node: source, messageId: "arrow", data: { reason } });
    }

    /** @type {Record<string, (node: any) => void>} */
    const listener = {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
      TSExternalModuleReference: (node) => check(node.expression),
      "CallExpression[callee.name='require']": (node) => check(node.arguments[0]),
    };
    return listener;
  },
};

export default { rules: { arrows: rule } };
