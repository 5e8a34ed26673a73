// @ts-check
// Writes the sorted lists of all checks, one beside the files of each kind. With --check it only compares.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

const LISTS = [
  {
    folder: "core/checks/",
    type: "Check",
    from: "../check.ts",
    name: "checks",
    what: "Every check",
  },
  {
    folder: "core/picture/checks/",
    type: "PictureCheck",
    from: "../check.ts",
    name: "pictureChecks",
    what: "Every check of the whole picture",
    titles: "pictureCheckTitles",
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
  put(new URL("index.generated.ts", folder), text);
  if (list.titles)
    put(
      new URL("titles.generated.ts", folder),
      `// Written by scripts/generate-checks.mjs from the files of this folder; run \`npm run generate\`.

/** The titles of the checks by their codes, for who needs nothing else of them. */
export const ${list.titles}: Readonly<Record<string, string>> = {
${codes.map((code) => `  ${JSON.stringify(code)}: ${titleOf(folder, code)},`).join("\n")}
};
`,
    );
}

/** As it is written there, in quotes. @param {URL} folder @param {string} code */
function titleOf(folder, code) {
  const title = /^ {2}title: (".*"),$/m.exec(readFileSync(new URL(`${code}.ts`, folder), "utf8"));
  if (!title?.[1]) throw new Error(`${code}.ts has no title on a line of its own`);
  return title[1];
}

/** @param {URL} target @param {string} text */
function put(target, text) {
  if (!process.argv.includes("--check")) {
    writeFileSync(target, text);
    return;
  }
  let current = "";
  try {
    current = readFileSync(target, "utf8");
  } catch {
    // missing is stale
  }
  if (current === text) return;
  console.error(`${relative(process.cwd(), fileURLToPath(target))} is stale; run \`npm run generate\``);
  process.exitCode = 1;
}
