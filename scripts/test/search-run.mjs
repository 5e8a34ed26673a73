// @ts-check
// The layer `secrets`: whether anything that this run has printed, recorded or left in a file holds one of its secrets.
import { readdirSync } from "node:fs";

/**
 * @param {Pick<import("./run-layer.mjs").Circumstances, "run" | "search" | "print">} circumstances
 * @returns {import("./run-layer.mjs").Count}
 */
export function searchRun({ run, search, print }) {
  const say = (/** @type {string} */ text) => print(Buffer.from(`${text}\n`));
  const used = readdirSync(run.record).filter((name) => name.startsWith("used-")).length;
  search.folder(run.folder, "files");
  const places = new Map(search.findings.map(({ place, what }) => [`${place}: ${what}`, place]));
  for (const finding of places.keys()) say(`FAILED: ${finding}`);
  const searched = [...search.searched].map(([kind, count]) => `${count} ${kind}`).join(", ");
  say(`Searched: ${searched}. ${used} test files have used secrets of this run.`);
  // Without one, nothing could have been found.
  if (used === 0) say("FAILED: no test has used a secret of this run, so this search proves nothing.");
  const failed = places.size + (used === 0 ? 1 : 0);
  return { name: "secrets", passed: failed === 0 ? 1 : 0, failed, skipped: [] };
}
