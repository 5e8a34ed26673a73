// @ts-check
// What has to be said about one npm package: its licence and its copyright.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;
const APACHE = "Its licence is the Apache License, Version 2.0, whose whole text stands in the file LICENSE.";

/**
 * @param {string} root of the repository
 * @param {string} folder of the package, from the root
 * @param {readonly string[]} files of the package that the bundles carry, from the root
 * @returns {Promise<{ name: string, version: string, licence: string, text: string }>}
 */
export async function readLicence(root, folder, files) {
  const manifest = JSON.parse(await readFile(path.join(root, folder, "package.json"), "utf8"));
  const { name, version } = manifest;
  const licence = String(manifest.license).replace(/^\((.*)\)$/, "$1");
  const own = (await readdir(path.join(root, folder))).filter((file) => LICENCE_FILE.test(file)).sort();
  const texts = await Promise.all(own.map((file) => readFile(path.join(root, folder, file), "utf8")));
  const headers = await copyrightHeaders(files.map((file) => path.join(root, file)));

  // The Apache License is the same for everybody; who holds the copyright stands in the files' headers.
  const other = texts.filter((text) => !isApache(text));
  const parts = texts.length === other.length && texts.length > 0 ? other : [...other, ...headers];
  if (isApache(licence) || texts.some(isApache)) parts.unshift(APACHE);
  const author = manifest.author?.name ?? manifest.author;
  if (parts.length === 1 && parts[0] === APACHE && author) parts.push(`Author: ${author}`);
  if (parts.length === 0)
    throw new Error(`${name}@${version} carries no licence text: add one to scripts/notice.`);
  return { name, version, licence, text: parts.map(tidy).join("\n\n") };
}

/** @param {string} text a licence, or the name of one */
function isApache(text) {
  return /^\s*Apache License\s+Version 2\.0/.test(text) || /\bApache-2\.0\b/.test(text);
}

/** The different comments at the head of files that speak of copyright. @param {readonly string[]} files */
async function copyrightHeaders(files) {
  const headers = await Promise.all(files.map(async (file) => copyrightHeader(await readFile(file, "utf8"))));
  return [...new Set(headers.filter((header) => header !== undefined))];
}

/**
 * @param {string} source of a JavaScript file
 * @returns {string | undefined} its first comment without the comment signs, if it speaks of copyright
 */
export function copyrightHeader(source) {
  const [comment] = /^(?:\/\*[^]*?\*\/|(?:\/\/[^\n]*\n?)+)/.exec(source.trimStart()) ?? [];
  if (!comment || !/copyright/i.test(comment)) return undefined;
  return comment
    .replace(/^\s*(\/\/|\/\*+|\*+\/|\*(?!\/)) ?/gm, "")
    .replace(/\s*\*+\/\s*$/, "")
    .trim();
}

/** @param {string} text */
function tidy(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]+$/gm, "")
    .replace(/^\n+|\n+$/g, "");
}
