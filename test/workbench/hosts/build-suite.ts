/** The tests that run inside an extension host, as one script for Node and for a browser's worker alike. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "../../..");

/** The folder with the script, and the script's name in it. A worker adds `.js` to any other ending. */
export const SUITE = { folder: path.join(root, "dist/workbench"), script: "suite.js" };

export async function buildSuite(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ["test/workbench/suite/index.ts"],
    outfile: path.join(SUITE.folder, SUITE.script),
    bundle: true,
    format: "cjs",
    platform: "browser", // refuses Node's own modules, which a worker does not have
    mainFields: ["browser", "module", "main"],
    external: ["vscode"],
    target: "es2022",
    sourcemap: "inline",
    logLevel: "warning",
  });
  // VS Code loads tests with `require`, which would refuse a script of this repository's own type, `module`.
  await writeFile(path.join(SUITE.folder, "package.json"), '{ "type": "commonjs" }\n');
}
