// @ts-check
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import house from "./scripts/lint/arrows.mjs";
import { hostGlobals, nodeGlobals } from "./scripts/lint/globals.mjs";

/** @param {readonly string[]} names @param {string} message */
const forbidGlobals = (names, message) => [
  "error",
  { globals: names.map((name) => ({ name, message })), checkGlobalObject: true },
];

// `noUncheckedIndexedAccess` makes every `array[i]` possibly undefined; where the index is known to be inside,
// `array[i]!` says so, and so do the calls that index. Anywhere else `!` hides a case that nobody thought of.
const ASSERTION = {
  selector:
    "TSNonNullExpression:not([expression.computed=true], [expression.callee.property.name=/^(at|pop|codePointAt)$/])",
  message: "Handle the missing case; only an index that is known to be inside may be asserted: array[i]!",
};

const CLOCK = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: "core has no clock: take the time as an argument.",
};

export default defineConfig(
  {
    ignores: [
      "dist/",
      "node_modules/",
      ".vscode-test/",
      "test-results/",
      "**/fixtures/",
      "test/workbench/editors/",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },

  {
    name: "house/types",
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: "only-allowed-literals" },
      ],
      "@typescript-eslint/no-non-null-assertion": "off",
      // An index signature can refer to itself, a Record cannot.
      "@typescript-eslint/consistent-indexed-object-style": "off",
      // Kinds and states live packed in number arrays; TypeScript itself refuses what mixes two enums up.
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      "no-restricted-syntax": ["error", ASSERTION],
      "@typescript-eslint/prefer-literal-enum-member": ["error", { allowBitwiseExpressions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // node:test collects what these return; awaiting them at the top of a file would only be noise.
      "@typescript-eslint/no-floating-promises": [
        "error",
        {
          allowForKnownSafeCalls: [
            { from: "package", package: "node:test", name: ["test", "it", "describe", "suite"] },
          ],
        },
      ],
    },
  },
  {
    name: "house/scripts",
    files: ["**/*.mjs"],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
  },
  {
    name: "house/all",
    files: ["**/*.ts", "**/*.mjs"],
    plugins: { house },
    rules: {
      "house/arrows": "error",
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "object-shorthand": "error",
      "@typescript-eslint/no-empty-function": "off",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "all", ignoreRestSiblings: true },
      ],
    },
  },
  {
    name: "house/core is pure",
    files: ["core/**/*.ts"],
    rules: {
      "no-restricted-globals": forbidGlobals(
        hostGlobals,
        "core does no I/O and knows no host (ARCHITECTURE.md).",
      ),
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "core has no clock: take the time as an argument." },
        { object: "Math", property: "random", message: "core gives the same answer to the same input." },
      ],
      "no-restricted-syntax": ["error", ASSERTION, CLOCK],
    },
  },
  {
    name: "house/inner loops",
    files: ["core/json/**/*.ts", "core/protocol/**/*.ts"],
    rules: {
      // Tables are packed and compiled here; the conformance cases prove what the types cannot say.
      "no-restricted-syntax": ["error", CLOCK],
      // The state of a reader changes in functions that it calls, which the analysis does not follow.
      "@typescript-eslint/no-unnecessary-condition": "off",
    },
  },
  {
    name: "house/runs in a browser's worker",
    files: ["livekit/**/*.ts", "server/**/*.ts", "client/**/*.ts"],
    ignores: ["livekit/**/node.ts", "server/node*.ts"],
    rules: {
      "no-restricted-globals": forbidGlobals(nodeGlobals, "This folder also runs in the browser's worker."),
    },
  },
  {
    name: "house/tests",
    files: ["test/**/*.ts", "bench/**/*.ts"],
    rules: {
      // A test that finds nothing where it looks should fail loudly right there, which is what `!` does.
      "no-restricted-syntax": "off",
      "no-restricted-properties": [
        "error",
        { object: "test", property: "only", message: "It would leave out every other test." },
        { object: "describe", property: "only", message: "It would leave out every other test." },
        { object: "it", property: "only", message: "It would leave out every other test." },
      ],
    },
  },
);
