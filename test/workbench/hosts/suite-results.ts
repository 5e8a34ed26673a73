/** What the runner inside the extension host has printed (`suite/runner.ts`), as results. */

export interface SuiteResult {
  readonly name: string;
  /** What went wrong; `undefined` where the test passed. */
  readonly failure: string | undefined;
}

const LINE = /^(not )?ok - (.+?)(?: \(\d+ ms\))?$/;
const INDENT = "    ";

/** @param output of VS Code; what others have printed between the lines is passed over */
export function readResults(output: string): SuiteResult[] {
  const results: { name: string; failure: string | undefined }[] = [];
  for (const line of output.split(/\r?\n/)) {
    const [, isBad, name] = LINE.exec(line) ?? [];
    const last = results.at(-1);
    if (name !== undefined) results.push({ name, failure: isBad && "" });
    else if (last?.failure !== undefined && line.startsWith(INDENT))
      last.failure += `${line.slice(INDENT.length)}\n`;
  }
  return results;
}
