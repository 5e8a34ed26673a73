// @ts-check
// Writes NOTICE: what the bundles carry of others, with licence and copyright. --check only compares.
// Reads dist/meta/, so build first.
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { carriedPackages } from "./notice/carried.mjs";
import { DERIVED, HEAD } from "./notice/derived.mjs";
import { readLicence } from "./notice/licence.mjs";

const root = path.resolve(import.meta.dirname, "..");
const meta = path.join(root, "dist", "meta");

async function readMetafiles() {
  const names = await readdir(meta).catch(() => []);
  if (names.length === 0) throw new Error("There is nothing in dist/meta: run `npm run build` first.");
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(path.join(meta, name), "utf8"))));
}

async function notice() {
  const packages = [...carriedPackages(await readMetafiles())];
  const licences = await Promise.all(packages.map(([folder, files]) => readLicence(root, folder, files)));
  const carried = licences.map(({ name, version, licence, text }) => ({
    title: `${name} ${version} (${licence})`,
    text,
  }));
  const sections = [...DERIVED, ...carried].map(
    ({ title, text }) => `${"=".repeat(80)}\n${title}\n\n${text}\n`,
  );
  return [`${HEAD}\n`, ...sections].join("\n");
}

const target = path.join(root, "NOTICE");
const wanted = await notice();
if (!process.argv.includes("--check")) {
  await writeFile(target, wanted);
} else if ((await readFile(target, "utf8").catch(() => "")) !== wanted) {
  console.error("NOTICE is stale: run `npm run notice` and commit what it writes.");
  process.exitCode = 1;
}
