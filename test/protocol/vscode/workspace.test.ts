/** What stands in the list of problems of VS Code: the real client and the real server, files on a real disk. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, test } from "node:test";
import type { Editor } from "./editor.ts";
import { startSession } from "./session.ts";

const OURS = "livekit-dispatch-rule";
/** A rule for one number, so that no two get in each other's way: with a comma too many, and without. */
const rule = (number: string) => {
  const broken = `{"dispatch_rule": {"numbers": ["${number}"], "rule": {"dispatchRuleDirect": {"roomName": "${number}"}},}}`;
  return { broken, fine: broken.replace(",}", "}") };
};
const [A, B, C] = [rule("+15550101"), rule("+15550102"), rule("+15550103")];
const HAS_COMMA = ["trailing-comma"];
const PATIENCE_MS = 15_000;
/** The client asks for the workspace two seconds after each answer: what comes late comes in this time. */
const SEVERAL_PULLS_MS = 5_000;

describe("problems of files, in the client of VS Code", { concurrency: 4 }, () => {
  inVSCode(
    "stand there for files that nobody has opened, and once for those that somebody has",
    async ({ editor, shows, goesOnShowing }) => {
      await shows({ "a.dispatch-rule.json": HAS_COMMA });
      editor.open("a.dispatch-rule.json", OURS);
      await goesOnShowing({ "a.dispatch-rule.json": HAS_COMMA });
    },
  );

  inVSCode(
    "go with a file that is renamed, open or not, and come with its new name",
    async ({ editor, shows, goesOnShowing }) => {
      await shows({ "a.dispatch-rule.json": HAS_COMMA });
      editor.open("a.dispatch-rule.json", OURS);
      await shows({ "a.dispatch-rule.json": HAS_COMMA });
      editor.rename("a.dispatch-rule.json", "b.dispatch-rule.json", OURS);
      await shows({ "b.dispatch-rule.json": HAS_COMMA });
      editor.rename("b.dispatch-rule.json", "b.json", "json");
      await goesOnShowing({});
      editor.close("b.json");
      editor.rename("b.json", "c.dispatch-rule.json", OURS);
      await shows({ "c.dispatch-rule.json": HAS_COMMA });
      editor.rename("c.dispatch-rule.json", "c.json", "json");
      await shows({});
    },
  );

  inVSCode(
    "are those of the file once its tab is closed, not those of what was thrown away",
    async ({ editor, shows, goesOnShowing }) => {
      editor.open("fine.dispatch-rule.json", OURS);
      editor.type("fine.dispatch-rule.json", B.broken);
      await shows({ "a.dispatch-rule.json": HAS_COMMA, "fine.dispatch-rule.json": HAS_COMMA });
      editor.close("fine.dispatch-rule.json");
      await goesOnShowing({ "a.dispatch-rule.json": HAS_COMMA });
      editor.open("a.dispatch-rule.json", OURS);
      editor.type("a.dispatch-rule.json", A.fine);
      await shows({});
      editor.close("a.dispatch-rule.json");
      await shows({ "a.dispatch-rule.json": HAS_COMMA });
    },
  );

  inVSCode("stay right when tabs come and go faster than answers", async ({ editor, goesOnShowing }) => {
    for (let round = 0; round < 5; round++) {
      editor.open("a.dispatch-rule.json", OURS);
      editor.type("a.dispatch-rule.json", A.fine);
      await pause(round);
      editor.close("a.dispatch-rule.json");
    }
    await goesOnShowing({ "a.dispatch-rule.json": HAS_COMMA });
    editor.open("a.dispatch-rule.json", OURS);
    editor.close("a.dispatch-rule.json");
    editor.open("a.dispatch-rule.json", OURS);
    await goesOnShowing({ "a.dispatch-rule.json": HAS_COMMA });
  });

  inVSCode(
    "follow the disk: a file that is written, one that is deleted",
    async ({ editor, shows, goesOnShowing, write }) => {
      await shows({ "a.dispatch-rule.json": HAS_COMMA });
      editor.open("a.dispatch-rule.json", OURS);
      editor.type("a.dispatch-rule.json", A.fine);
      editor.save("a.dispatch-rule.json");
      editor.close("a.dispatch-rule.json");
      await goesOnShowing({});
      write("fine.dispatch-rule.json", B.broken);
      editor.written.fire(editor.uri("fine.dispatch-rule.json"));
      await shows({ "fine.dispatch-rule.json": HAS_COMMA });
      editor.open("fine.dispatch-rule.json", OURS);
      editor.close("fine.dispatch-rule.json");
      editor.delete("fine.dispatch-rule.json");
      await goesOnShowing({});
    },
  );

  inVSCode("go when a file becomes one of another language", async ({ editor, shows, goesOnShowing }) => {
    editor.open("a.dispatch-rule.json", OURS);
    await shows({ "a.dispatch-rule.json": HAS_COMMA });
    editor.setLanguage("a.dispatch-rule.json", "json");
    await goesOnShowing({});
    editor.setLanguage("a.dispatch-rule.json", OURS);
    await shows({ "a.dispatch-rule.json": HAS_COMMA });
  });

  inVSCode(
    "keep to the languages that the user gave to files",
    async ({ editor, shows, goesOnShowing, write }) => {
      write("freight/dispatch_rules.json", C.broken);
      write("voice/sales.sip.json", B.broken);
      const use = (associations: object) => {
        editor.settings = { "files.associations": associations };
        editor.settingsChanged.fire({ affectsConfiguration: (section) => section === "files.associations" });
      };
      use({ "**/freight/dispatch_rules.json": "json", "*.SIP.json": OURS });
      await goesOnShowing({ "a.dispatch-rule.json": HAS_COMMA, "voice/sales.sip.json": HAS_COMMA });
      use({ "*.sip.json": OURS });
      await shows({
        "a.dispatch-rule.json": HAS_COMMA,
        "freight/dispatch_rules.json": HAS_COMMA,
        "voice/sales.sip.json": HAS_COMMA,
      });
    },
  );
});

interface Window {
  readonly editor: Editor;
  /** Waits until the list of problems is this one. */
  readonly shows: (expected: Record<string, string[]>) => Promise<void>;
  /** ... and stays so. */
  readonly goesOnShowing: (expected: Record<string, string[]>) => Promise<void>;
  readonly write: (name: string, text: string) => void;
}

/** A test in an editor and a folder of its own. */
function inVSCode(name: string, run: (window: Window) => Promise<void>): void {
  test(name, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "livekit-dispatch-vscode-"));
    const write = (file: string, text: string) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    };
    write("a.dispatch-rule.json", A.broken);
    write("fine.dispatch-rule.json", B.fine);
    write("plain.json", C.broken);
    const { editor, complaints, stop } = await startSession(folder);
    const shows = (expected: Record<string, string[]>) => becomes(() => editor.problems(), expected);
    const goesOnShowing = async (expected: Record<string, string[]>) => {
      await shows(expected);
      await pause(SEVERAL_PULLS_MS);
      await shows(expected);
    };
    try {
      await run({ editor, shows, goesOnShowing, write });
    } finally {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    }
    assert.deepEqual(complaints, []);
  });
}

async function becomes(read: () => unknown, expected: unknown): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      assert.deepEqual(read(), expected);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await pause(20);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
