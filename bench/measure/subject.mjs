// What is measured: the built bundle, or the module that BENCH_SUBJECT names.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * @typedef {{ edit(offset: number, deleteCount: number, insertText: string): unknown }} Session
 *
 * @typedef {object} Subject every member is missing until it is built
 * @property {(text: string) => unknown} [parse]
 * @property {(text: string) => unknown[]} [validate] parse and all checks, from scratch
 * @property {(dir: string) => unknown} [scanWorkspace]
 * @property {(text: string, offset: number) => unknown} [complete]
 * @property {(text: string, offset: number) => unknown} [hover]
 * @property {(text: string) => Session} [openSession]
 * @property {(rules: object[]) => { update(index: number, rule: object): unknown }} [createConflictIndex]
 * @property {(rules: object[]) => unknown} [conflictsFull]
 */

const BUNDLE = fileURLToPath(new URL("../../dist/bench-subject.mjs", import.meta.url));

/** @returns {Promise<Subject>} */
export async function loadSubject() {
  const path = resolve(process.env.BENCH_SUBJECT ?? BUNDLE);
  if (existsSync(path)) return import(pathToFileURL(path).href);
  console.log(`${path} is not there: run "npm run build" first.\n`);
  return {};
}
