// npm run bench [-- sections… --rounds n --json file]
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { count, formatTable } from "./measure/report.mjs";
import { loadSubject } from "./measure/subject.mjs";
import { protocol } from "./schema/messages.mjs";

/**
 * @typedef {object} Context
 * @property {import("./measure/subject.mjs").Subject} subject
 * @property {number} rounds
 */

const SECTIONS = ["documents", "scan", "language", "keystroke", "server", "conflicts"];
const USAGE = `Usage: node --expose-gc bench/run.mjs [${SECTIONS.join("|")} …] [--rounds n] [--json file]`;

const { sections, rounds, json } = readArguments();
const context = { subject: await loadSubject(), rounds };
const results = {};
for (const name of sections) results[name] = await runSection(name, context);
summarize(results);
if (json) {
  const run = { node: process.version, protocol, rounds, sections: results };
  writeFileSync(json, JSON.stringify(run, null, 2) + "\n");
}

function readArguments() {
  try {
    const options = { rounds: { type: "string", default: "31" }, json: { type: "string" } };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const rounds = Number(values.rounds);
    const unknown = positionals.find((name) => !SECTIONS.includes(name));
    if (unknown !== undefined) throw new Error(`no section "${unknown}"`);
    if (!Number.isInteger(rounds) || rounds < 1)
      throw new Error(`--rounds ${values.rounds} is no number of rounds`);
    return { sections: positionals.length > 0 ? positionals : SECTIONS, rounds, json: values.json };
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    process.exit(2);
  }
}

/** Runs and prints one section. */
async function runSection(name, context) {
  const section = await import(`./sections/${name}.mjs`);
  console.log(`${section.title} (${name})`);
  if (!isBuilt(section, context)) {
    console.log("  not built yet\n");
    return { built: false, rows: [], notes: [] };
  }
  const result = { built: true, rows: [], notes: [] };
  try {
    for await (const { row, note } of section.run(context)) {
      if (row) result.rows.push(row);
      if (note) result.notes.push(note);
    }
  } catch (error) {
    process.exitCode = 1;
    result.notes.push(`the section failed: ${error.message}`);
  }
  if (result.rows.length > 0) console.log(`\n${formatTable(result.rows)}`);
  if (result.notes.length > 0) console.log();
  for (const note of result.notes) console.log(`note: ${note}`);
  console.log();
  return result;
}

/** A section says which exports it uses, one of them being enough, or finds out itself. */
function isBuilt(section, { subject }) {
  return section.needs?.some((name) => name in subject) ?? section.isBuilt();
}

function summarize(results) {
  const { met, missed } = count(Object.values(results).flatMap(({ rows }) => rows));
  const absent = Object.keys(results).filter((name) => !results[name].built);
  console.log(`Targets: ${met} met, ${missed} missed.`);
  if (absent.length > 0) console.log(`Not built yet: ${absent.join(", ")}.`);
}
