// @ts-check
// Writes what follows from the code: in package.json which files are ours, who can read them, what can be set;
// and the schema of a project's configuration file. With --check it only compares.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tsImport } from "tsx/esm/api";

const COMMAND = "node scripts/generate-manifest.mjs";

/** @template Module @param {string} file from the root of the repository @returns {Promise<Module>} */
const load = (file) => tsImport(`../${file}`, import.meta.url);

/** @type {typeof import("../core/all-checks.ts")} */
const { allChecks } = await load("core/all-checks.ts");
/** @type {typeof import("../core/rules/file-patterns.ts")} */
const { RULE_FILE_PATTERNS } = await load("core/rules/file-patterns.ts");
/** @type {typeof import("../core/rules/targets.ts")} */
const { TARGETS } = await load("core/rules/targets.ts");
/** @type {typeof import("../client/language/words.ts")} */
const { TARGET_WORDS } = await load("client/language/words.ts");

/** @type {typeof import("../core/configuration/file-name.ts")} */
const { CONFIGURATION_FILE } = await load("core/configuration/file-name.ts");
/** @type {typeof import("../core/configuration/levels.ts")} */
const { LEVELS } = await load("core/configuration/levels.ts");
/** @type {typeof import("../core/features/inlay-hints.ts")} */
const { HINT_KINDS, HINT_WORDS } = await load("core/features/inlay-hints.ts");

const levels = {
  properties: Object.fromEntries(
    allChecks.map(({ code, title, severity }) => [
      code,
      { type: "string", enum: LEVELS, default: severity, description: `${title}.` },
    ]),
  ),
  additionalProperties: false,
};
/** The same for a place that has many of them. */
const shortLevels = {
  type: "object",
  propertyNames: { enum: allChecks.map(({ code }) => code) },
  additionalProperties: { type: "string", enum: LEVELS },
};

write("package.json", (current) => {
  const manifest = JSON.parse(current);
  const { languages, configuration, jsonValidation } = manifest.contributes;
  languages[0].filenamePatterns = RULE_FILE_PATTERNS;
  languages[1].filenames = [CONFIGURATION_FILE];
  jsonValidation[0].fileMatch = CONFIGURATION_FILE;
  const { properties } = configuration;
  Object.assign(properties["livekitDispatch.target"], {
    enum: TARGETS,
    enumItemLabels: TARGETS.map((target) => TARGET_WORDS[target].label),
    markdownEnumDescriptions: TARGETS.map((target) => TARGET_WORDS[target].detail),
  });
  Object.assign(properties["livekitDispatch.checks"], levels);
  properties["livekitDispatch.overrides"].additionalProperties = shortLevels;
  Object.assign(properties["livekitDispatch.inlayHints"], {
    properties: Object.fromEntries(
      HINT_KINDS.map((kind) => [kind, { type: "boolean", default: true, description: HINT_WORDS[kind] }]),
    ),
    additionalProperties: false,
  });
  return manifest;
});

write("schemas/configuration.schema.json", () => ({
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "How the dispatch rules of a project are checked",
  description: `${CONFIGURATION_FILE}, in the folder of the rule files or above it.`,
  type: "object",
  allowTrailingCommas: true,
  properties: {
    $schema: { type: "string" },
    checks: { description: "Severities by the check's code, for all files.", type: "object", ...levels },
    overrides: {
      description:
        "Severities for the files that a glob means: with a slash in it, the path from the folder of this file; without one, a file's name. Of several globs the last counts.",
      type: "object",
      additionalProperties: shortLevels,
    },
  },
  additionalProperties: false,
}));

/**
 * @param {string} name from the root of the repository
 * @param {(current: string) => object} make what the file should hold
 */
function write(name, make) {
  const place = new URL(`../${name}`, import.meta.url);
  const current = existsSync(place) ? readFileSync(place, "utf8") : "";
  const text = `${JSON.stringify(make(current), null, 2)}\n`;
  if (text === current) return;
  if (process.argv.includes("--check")) {
    console.error(`${name} is stale. Write anew with: ${COMMAND}`);
    process.exitCode = 1;
  } else writeFileSync(place, text);
}
