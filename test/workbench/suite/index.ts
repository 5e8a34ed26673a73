/** What VS Code calls to run the tests of an extension: `extensionTestsPath`, in every kind of extension host. */
import "./start.test-suite.ts";
import "./diagnostics.test-suite.ts";
import "./actions.test-suite.ts";
import "./settings.test-suite.ts";
import "./language.test-suite.ts";
import "./commands.test-suite.ts";
import "./metadata.test-suite.ts";
import "./agents.test-suite.ts";
import { runTests } from "./runner.ts";

export const run = runTests;
