/** The suite in a desktop VS Code, by `@vscode/test-electron`, where one can be had. */
import { existsSync } from "node:fs";
import path from "node:path";
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { findProgram } from "../../../scripts/start/find-program.mjs";
import { removeFolder, temporaryFolder } from "../headless/leftovers.mjs";
import { buildSuite, SUITE } from "./build-suite.ts";

const root = path.resolve(import.meta.dirname, "../../..");

const WITH_SCREEN = "apt-get install xvfb, then xvfb-run npm test -- workbench";

export type Desktop = { readonly executable: string } | { readonly missing: string };

/**
 * The program that `VSCODE_EXECUTABLE` names, the one that `code` on the path belongs to, or one that is downloaded
 * once into `.vscode-test`.
 */
export async function findDesktop(environment: NodeJS.ProcessEnv = process.env): Promise<Desktop> {
  const named = environment["VSCODE_EXECUTABLE"];
  if (named !== undefined) return { executable: named };
  const hasScreen = environment["DISPLAY"] ?? environment["WAYLAND_DISPLAY"];
  if (process.platform === "linux" && !hasScreen)
    return { missing: `there is no display (DISPLAY is not set): ${WITH_SCREEN}` };
  const command = findProgram("code", environment["PATH"]);
  const installed = command && executableOf(command);
  if (installed !== undefined) return { executable: installed };
  try {
    const cachePath = path.join(root, ".vscode-test");
    return { executable: await downloadAndUnzipVSCode({ version: "stable", cachePath, timeout: 15_000 }) };
  } catch (error) {
    const reason = `none is installed, and none could be downloaded (${String(error)})`;
    return { missing: `${reason}: install VS Code so that \`code\` is on the PATH` };
  }
}

/** The program that the command `code` starts, by where the installers put the two. */
export function executableOf(command: string): string | undefined {
  const folder = path.dirname(command);
  const candidates = [
    path.join(folder, "../code"), // Linux: bin/code
    path.join(folder, "../Code.exe"), // Windows: bin/code.cmd
    path.join(folder, "../../../MacOS/Electron"), // macOS: Contents/Resources/app/bin/code
  ];
  return candidates.find((file) => existsSync(file));
}

/** What is printed, and the exit code, are those of VS Code. @returns whether every test has passed */
export async function runSuiteOnDesktop(executable: string): Promise<boolean> {
  await buildSuite();
  const folder = temporaryFolder("livekit-dispatch-workspace-");
  try {
    const exit = await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(SUITE.folder, SUITE.script),
      launchArgs: [folder, "--disable-extensions"],
    });
    return exit === 0;
  } catch {
    return false; // VS Code has said why
  } finally {
    removeFolder(folder);
  }
}
