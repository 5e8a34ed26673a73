/** The documentation's texts in Node: a file beside the program, or in the sources where they run themselves. */
import { readFile, realpath } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import type { Documentation } from "../core/features/hover.ts";

const PLACES = ["documentation.json", "../schemas/documentation.json"];

export async function readDocumentation(): Promise<Documentation> {
  // The command can be a link to the program.
  const folder = path.dirname(await realpath(process.argv[1] ?? ""));
  for (const place of PLACES) {
    const text = await readFile(path.join(folder, place), "utf8").catch(() => undefined);
    if (text !== undefined) return JSON.parse(text) as Documentation;
  }
  throw new Error("there is no documentation.json");
}
