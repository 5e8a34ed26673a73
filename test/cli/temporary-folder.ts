/** A folder with files in it that is gone after the test. */
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after } from "node:test";
import { recordFolder } from "../livekit/support/canary.ts";

/** @param files contents by path; call it while a test file or a suite is being set up */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "livekit-dispatch-cli-")));
  // Some tests read it as another user.
  chmodSync(folder, 0o755);
  after(() => {
    recordFolder(folder, new Set(Object.keys(files).map((name) => path.normalize(name))));
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}
