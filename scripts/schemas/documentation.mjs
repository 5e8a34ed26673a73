// The texts about LiveKit's messages: ours from schemas/documentation/, beside them LiveKit's own comments.
// A field without a text, and a text without a field, stop the generator: a version bump must not bring an
// undocumented field, nor leave a text behind for one that is gone.
import { readdirSync, readFileSync } from "node:fs";

/** @typedef {ReturnType<typeof import("./read-protocol.mjs").readProtocol>} Protocol */
/**
 * @typedef {object} Entry
 * @property {string} text what it does, for the author of a rule
 * @property {string} [default] what holds when it is left out
 * @property {string} [unit]
 * @property {unknown} [example] a JSON value
 * @property {string} [note] what surprises, or what LiveKit's documentation gets wrong
 * @property {string} [link] a page of LiveKit's documentation
 * @property {string} [comment] LiveKit's own comment
 */

const FOLDER = new URL("../../schemas/documentation/", import.meta.url);
const KEYS = ["text", "default", "unit", "example", "note", "link"];

/**
 * Every path that needs a text, in the protocol's order: messages with their fields, then enums with their values.
 * @param {Protocol} protocol
 */
export function documentedPaths({ messages, enums }) {
  const paths = [];
  for (const [message, fields] of Object.entries(messages)) {
    paths.push(message, ...fields.map(({ name }) => `${message}.${name}`));
  }
  for (const [name, values] of Object.entries(enums)) {
    paths.push(name, ...values.map(([value]) => `${name}.${value}`));
  }
  return paths;
}

/** @returns {Record<string, Record<string, Entry>>} the hand-written texts, by file name */
export function readWrittenTexts() {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    files.sort().map((name) => [name, JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"))]),
  );
}

/**
 * @param {Protocol} protocol
 * @param {Record<string, Record<string, Entry>>} written
 * @returns {Record<string, Entry>} by path, in the protocol's order
 * @throws {Error} that names every path that lacks a text, is documented twice or does not exist
 */
export function mergeDocumentation(protocol, written) {
  const paths = documentedPaths(protocol);
  const known = new Set(paths);
  const problems = [];
  const entries = new Map();
  for (const [file, texts] of Object.entries(written)) {
    for (const [path, entry] of Object.entries(texts)) {
      const place = `schemas/documentation/${file}`;
      if (!known.has(path)) problems.push(`${path} does not exist in the protocol: remove it from ${place}`);
      if (entries.has(path)) problems.push(`${path} is documented twice, the second time in ${place}`);
      for (const key of Object.keys(entry)) {
        if (!KEYS.includes(key)) problems.push(`${path} has an unknown key "${key}" in ${place}`);
      }
      entries.set(path, entry);
    }
  }
  for (const path of paths) {
    if (!entries.get(path)?.text) problems.push(`${path} has no text: write one in schemas/documentation/`);
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return Object.fromEntries(
    paths.map((path) => [path, withComment(entries.get(path), protocol.comments[path])]),
  );
}

/** The keys in one order, so that the generated file does not depend on how a text was typed. */
function withComment(entry, comment) {
  const ordered = KEYS.filter((key) => key in entry).map((key) => [key, entry[key]]);
  return Object.fromEntries(comment ? [...ordered, ["comment", comment]] : ordered);
}
