// Writes core/checks/index.generated.ts, the sorted list of all checks. With --check it only compares.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = new URL("../core/checks/", import.meta.url);
const codes = readdirSync(folder)
  .filter((name) => /^[a-z0-9-]+\.ts$/.test(name))
  .map((name) => name.slice(0, -3))
  .sort();
const variable = (code) => code.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const text = `// Written by scripts/generate-checks.mjs from the files of this folder; run \`npm run generate\`.
import type { Check } from "../check.ts";
${codes.map((code) => `import ${variable(code)} from "./${code}.ts";`).join("\n")}

/** Every check, sorted by its code. */
export const checks: readonly Check[] = [
${codes.map((code) => `  ${variable(code)},`).join("\n")}
];
`;
const target = new URL("index.generated.ts", folder);
if (process.argv.includes("--check")) {
  let current = "";
  try {
    current = readFileSync(target, "utf8");
  } catch {
    // missing is stale
  }
  if (current !== text) {
    console.error("core/checks/index.generated.ts is stale; run `npm run generate`");
    process.exitCode = 1;
  }
} else writeFileSync(target, text);
