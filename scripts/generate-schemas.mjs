// Writes what is generated in schemas/ from the npm package @livekit/protocol and the texts in
// schemas/documentation/. With --check it only compares.
import { writeFileSync } from "node:fs";
import { COMMAND, generatedFiles, placeOf, staleFiles } from "./schemas/generated-files.mjs";

try {
  if (process.argv.includes("--check")) check();
  else for (const [name, text] of Object.entries(generatedFiles())) writeFileSync(placeOf(name), text);
} catch (error) {
  fail(error.message);
}

function check() {
  const stale = staleFiles();
  if (stale.length > 0) fail(`Stale: ${stale.join(", ")}\nWrite anew with: ${COMMAND}`);
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
