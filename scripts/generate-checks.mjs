// @ts-check
// Writes the sorted lists of all checks, one beside the files of each kind. With --check it only compares.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const LISTS = [
  { folder: "core/checks/", type: "Check", from: "../check.ts", name: "checks", what: "Every check" },
  {
    folder: "core/picture/checks/",
    type: "PictureCheck",
    from: "../check.ts",
    name: "pictureChecks",
    what: "Every check of the whole picture",
  },
];

for (const list of LISTS) {
  const folder = new URL(`../${list.folder}`, import.meta.url);
  const codes = readdirSync(folder)
    .filter((name) => /^[a-z0-9-]+\.ts$/.test(name))
    .map((name) => name.slice(0, -3))
    .sort();
  const variable = (/** @type {string} */ code) =>
    code.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const text = `// Written by scripts/generate-checks.mjs from the files of this folder; run \`npm run generate\`.
import type { ${list.type} } from "${list.from}";
${codes.map((code) => `import ${variable(code)} from "./${code}.ts";`).join("\n")}

/** ${list.what}, sorted by its code. */
export const ${list.name}: readonly ${list.type}[] = [
${codes.map((code) => `  ${variable(code)},`).join("\n")}
];
`;
  const target = new URL("index.generated.ts", folder);
  if (!process.argv.includes("--check")) {
    writeFileSync(target, text);
    continue;
  }
  let current = "";
  try {
    current = readFileSync(target, "utf8");
  } catch {
    // missing is stale
  }
  if (current === text) continue;
  console.error(`${list.folder}index.generated.ts is stale; run \`npm run generate\``);
  process.exitCode = 1;
}
