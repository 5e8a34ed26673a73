// @ts-check
// Writes the parts of package.json that follow from the code: which files are ours, who can read them, which
// checks can be set. Everything else in it stays. With --check it only compares.
import { readFileSync, writeFileSync } from "node:fs";
import { tsImport } from "tsx/esm/api";

const COMMAND = "node scripts/generate-manifest.mjs";
const place = new URL("../package.json", import.meta.url);

/** @template Module @param {string} file from the root of the repository @returns {Promise<Module>} */
const load = (file) => tsImport(`../${file}`, import.meta.url);

/** @type {typeof import("../core/checks/index.generated.ts")} */
const { checks } = await load("core/checks/index.generated.ts");
/** @type {typeof import("../core/rules/file-patterns.ts")} */
const { RULE_FILE_PATTERNS } = await load("core/rules/file-patterns.ts");
/** @type {typeof import("../core/rules/targets.ts")} */
const { TARGETS } = await load("core/rules/targets.ts");
/** @type {typeof import("../client/language/words.ts")} */
const { TARGET_WORDS } = await load("client/language/words.ts");

const current = readFileSync(place, "utf8");
const manifest = JSON.parse(current);
const { languages, configuration } = manifest.contributes;
languages[0].filenamePatterns = RULE_FILE_PATTERNS;
Object.assign(configuration.properties["livekitDispatch.target"], {
  enum: TARGETS,
  enumItemLabels: TARGETS.map((target) => TARGET_WORDS[target].label),
  markdownEnumDescriptions: TARGETS.map((target) => TARGET_WORDS[target].detail),
});
configuration.properties["livekitDispatch.checks"].properties = Object.fromEntries(
  checks.map(({ code, title, severity }) => [
    code,
    {
      type: "string",
      enum: ["error", "warning", "info", "hint", "off"],
      default: severity,
      description: `${title}.`,
    },
  ]),
);

const text = `${JSON.stringify(manifest, null, 2)}\n`;
if (text !== current) {
  if (process.argv.includes("--check")) {
    console.error(`package.json is stale. Write anew with: ${COMMAND}`);
    process.exitCode = 1;
  } else writeFileSync(place, text);
}
