// @ts-check
// Writes docs/checks/: a page for each check and their list, from core/checks. With --check it only compares.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";

const folder = fileURLToPath(new URL("../docs/checks/", import.meta.url));
/** @type {typeof import("../core/all-checks.ts")} */
const { allChecks, isPictureCheck } = await tsImport("../core/all-checks.ts", import.meta.url);

const pages = new Map([
  ["README.md", overview()],
  ...allChecks.map((check) => /** @type {const} */ ([`${check.code}.md`, page(check)])),
]);

const existing = existsSync(folder) ? readdirSync(folder) : [];
const stale = [
  ...[...pages].filter(
    ([name, text]) => !existing.includes(name) || readFileSync(join(folder, name), "utf8") !== text,
  ),
  ...existing.filter((name) => !pages.has(name)).map((name) => [name]),
].map(([name]) => String(name));

if (process.argv.includes("--check")) {
  if (stale.length > 0) {
    console.error(`docs/checks is stale (${stale.join(", ")}); run \`npm run generate\``);
    process.exitCode = 1;
  }
} else {
  mkdirSync(folder, { recursive: true });
  for (const name of stale) if (!pages.has(name)) rmSync(join(folder, name));
  for (const [name, text] of pages) writeFileSync(join(folder, name), text);
}

function overview() {
  const rows = allChecks.map(
    ({ code, title, severity }) => `| [\`${code}\`](${code}.md) | ${title} | ${severity} |`,
  );
  return `# Checks

What LiveKit refuses is always an error, in LiveKit's own words. The level in this table is that of what LiveKit
accepts; each can be set to \`error\`, \`warning\`, \`info\`, \`hint\` or \`off\`, for all files or for some: in the
project's [\`.livekit-dispatch.json\`](../configuration.md), in the editor with the settings \`livekitDispatch.checks\` and
\`livekitDispatch.overrides\`, on the command line with \`--level code=off\`.

| code | what it finds | level |
| --- | --- | --- |
${rows.join("\n")}
`;
}

/** @param {import("../core/check.ts").Check | import("../core/picture/check.ts").PictureCheck} check */
function page(check) {
  const { code, title, severity, why } = check;
  const examples = isPictureCheck(check) ? check.examples.map(pictureExample) : check.examples.map(example);
  return `# ${title}

\`${code}\` · ${severity}

${why.trim()}

${examples.join("\n")}
## Turning it off

In the editor: \`"livekitDispatch.checks": { "${code}": "off" }\`. On the command line: \`livekit-dispatch check --level ${code}=off\`. For some files only, or for everybody who works on the project: [\`.livekit-dispatch.json\`](../configuration.md).
`;
}

/** @param {import("../core/picture/check.ts").PictureExample} example */
function pictureExample(example) {
  const picture = "bad" in example ? example.bad : "good" in example ? example.good : example.badTrunk;
  const files = Object.entries(picture.files).map(
    ([name, text]) => `\`${name}\`:\n\n${json(text.replace(/[⟦⟧]/g, ""))}`,
  );
  const marks = Object.values(picture.files).flatMap((text) =>
    [...text.matchAll(/⟦([^⟧]*)⟧/gs)].map(([, mark]) => inline(mark ?? "")),
  );
  const known = [
    ...(picture.trunks ?? []).map((trunk) => `A trunk:\n\n${json(JSON.stringify(trunk))}`),
    ...(picture.deployed ?? []).map((rule) => `A deployed rule:\n\n${json(JSON.stringify(rule))}`),
    ...(picture.agentNames
      ? [`Agents that the code registers: ${picture.agentNames.map((name) => inline(name)).join(", ")}.\n`]
      : []),
    ...(marks.length > 0 ? [`It is about ${marks.join(" and ")}.\n`] : []),
    ...("badTrunk" in example ? [`It is about the trunk ${inline(example.trunk)}.\n`] : []),
    ...("fixed" in example && example.fixed
      ? Object.entries(example.fixed).map(([name, text]) => `After the fix, \`${name}\`:\n\n${json(text)}`)
      : []),
  ];
  const head = "good" in example ? "Nothing to say" : "What it finds";
  return `## ${head}\n\n${[...files, ...known].join("\n")}`;
}

/** @param {import("../core/check.ts").Example} example */
function example(example) {
  const target = example.target && example.target !== "auto" ? ` (judged as \`${example.target}\`)` : "";
  if ("good" in example) return `## Nothing to say${target}\n\n${json(example.good)}`;
  const marks = [...example.bad.matchAll(/⟦([^⟧]*)⟧/gs)]
    .map(([, text]) => (text ?? "").trim())
    .filter((text) => text !== "");
  const where = marks.length > 0 ? `\nIt is about ${marks.map((text) => inline(text)).join(" and ")}.\n` : "";
  const fixed = example.fixed === undefined ? "" : `\nAfter the fix:\n\n${json(example.fixed)}`;
  return `## What it finds${target}\n\n${json(example.bad.replace(/[⟦⟧]/g, ""))}${where}${fixed}`;
}

/** What nobody sees, by its number; a byte that is no UTF-8 (core/json/bytes.ts) as such. @param {string} text */
function visible(text) {
  return text
    .replace(
      /[\udc80-\udcff]/g,
      (unit) => `⟨byte ${(unit.charCodeAt(0) - 0xdc00).toString(16).toUpperCase()}⟩`,
    )
    .replace(/[\u00a0\u00ad\u200b-\u200f\u2010-\u2015\u202a-\u202e\u2060\ufeff]|[^\S \r\n]/g, (character) => {
      return `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
    });
}

/** @param {string} code */
function json(code) {
  const text = visible(code);
  const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}json\n${text.replace(/\n$/, "")}\n${fence}\n`;
}

/** @param {string} text */
function inline(text) {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  const line = visible(short.replace(/[ \r\n]+/g, " "));
  return line.includes("`") ? `\`\` ${line} \`\`` : `\`${line}\``;
}
