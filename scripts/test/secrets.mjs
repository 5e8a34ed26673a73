// @ts-check
// Secrets of a run: the tests use secrets that are new in each run (test/livekit/support/canary.ts), and after the run
// no output, record, temporary file or error may hold one, however it is written. The layer `secrets` says so.
import { randomBytes } from "node:crypto";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** What every secret of a run begins with. */
export function newMark() {
  return `canary-${randomBytes(9).toString("hex")}`;
}

/** A signed token for LiveKit: whoever finds one can act with it, also without the secret. */
const TOKEN = /\bey[\w-]{10,}\.(ey[\w-]{10,})\.[\w-]{20,}/g;
/** Longer than a secret and a token, so that none is cut in two where a stream is read in pieces. */
const OVERLAP = 4096;
/** What is larger was written by no test of secrets: a downloaded program, a heap of generated rules. */
const LARGEST_FILE = 64 * 1024 * 1024;

/**
 * @typedef {object} Finding
 * @property {string} place
 * @property {string} what without the secret itself
 */

export class SecretSearch {
  /** @type {Finding[]} */
  findings = [];
  /** How much was looked at, by what it was. @type {Map<string, number>} */
  searched = new Map();

  /** @param {string} mark */
  constructor(mark) {
    this.spellings = spellingsOf(mark);
  }

  /**
   * @param {string} place
   * @param {string} text
   */
  text(place, text) {
    for (const [what, spelling] of this.spellings)
      if (text.includes(spelling)) this.findings.push({ place, what });
    for (const [, payload = ""] of text.matchAll(TOKEN))
      if (isGrant(payload)) this.findings.push({ place, what: "a signed token" });
  }

  /**
   * For a stream: takes its pieces, and `end` after the last one.
   * @param {string} place
   */
  stream(place) {
    let tail = "";
    /** Each place once: what overlaps would be found again. */
    const found = new SecretSearch("");
    found.spellings = this.spellings;
    return {
      /** @param {Uint8Array} chunk */
      take: (chunk) => {
        const text = tail + Buffer.from(chunk).toString("latin1");
        found.text(place, text);
        tail = text.slice(-OVERLAP);
      },
      end: () => {
        const seen = new Map(found.findings.map((finding) => [finding.what, finding]));
        this.findings.push(...seen.values());
        this.count("outputs");
      },
    };
  }

  /**
   * All files below a folder, their names too.
   * @param {string} folder
   * @param {string} kind for the count
   */
  folder(folder, kind) {
    for (const name of namesIn(folder)) {
      const file = path.join(folder, name);
      this.text(`the name of ${file}`, name);
      const { size, isFile, isFolder } = kindOf(file);
      if (isFolder) this.folder(file, kind);
      if (!isFile || size > LARGEST_FILE) continue;
      this.count(kind);
      this.text(file, textOf(file));
    }
  }

  /** @param {string} kind */
  count(kind) {
    this.searched.set(kind, (this.searched.get(kind) ?? 0) + 1);
  }
}

/** @param {string} mark @returns {readonly (readonly [what: string, spelling: string])[]} */
function spellingsOf(mark) {
  if (mark === "") return [];
  const base64 = [0, 1, 2].map((before) => {
    // The mark behind so many other bytes; what its neighbours have a part in is left out.
    const text = Buffer.from("x".repeat(before) + mark).toString("base64");
    return /** @type {const} */ (["a secret, in base64", text.slice(before === 0 ? 0 : before + 1, -4)]);
  });
  return [
    ["a secret", mark],
    ["a secret, in hexadecimal digits", Buffer.from(mark).toString("hex")],
    ["a secret, as UTF-16", Buffer.from(mark, "utf16le").toString("latin1")],
    ...base64,
  ];
}

/** @param {string} payload */
function isGrant(payload) {
  try {
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
    return typeof claims === "object" && claims !== null && ("sip" in claims || "video" in claims);
  } catch {
    return false;
  }
}

/** What nobody can read holds nothing for anybody. @param {string} file */
function textOf(file) {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}

/** @param {string} folder */
function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return []; // gone meanwhile, or nobody's business
  }
}

/** Links are not followed: one leads to the cache of TypeScript. @param {string} file */
function kindOf(file) {
  try {
    const stat = lstatSync(file);
    return { size: stat.size, isFile: stat.isFile(), isFolder: stat.isDirectory() };
  } catch {
    return { size: 0, isFile: false, isFolder: false };
  }
}
