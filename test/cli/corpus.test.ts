import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { cli } from "./run-cli.ts";

/** What LiveKit's tools and server said to real files when they ran on them. */
interface Verdicts {
  readonly file: string;
  readonly lkCreate: Verdict;
  readonly lkUpdate: Verdict;
  readonly server: Verdict;
}
interface Verdict {
  readonly accepted: boolean;
  readonly error?: string;
}
interface Livekit {
  readonly by: "tool" | "server";
  readonly text: string;
  readonly first?: true;
}
interface Report {
  readonly files: {
    readonly path: string;
    readonly problems: { readonly severity: string; readonly livekit?: Livekit }[];
  }[];
}

const corpus = path.resolve(import.meta.dirname, "../../../shared/corpus");
const isHere = existsSync(path.join(corpus, "real-verdicts.json"));
const skip = isHere ? false : "cannot run here: the corpus is not part of the project";

const targets = { "lk-create": "lkCreate", "lk-update": "lkUpdate", "api-create": "server" } as const;
for (const [target, judge] of Object.entries(targets) as [
  keyof typeof targets,
  (typeof targets)[keyof typeof targets],
][])
  test(
    `98 real files as ${target}: refused where they were, by whom and with which words`,
    { skip },
    async () => {
      const verdicts = JSON.parse(
        readFileSync(path.join(corpus, "real-verdicts.json"), "utf8"),
      ) as Verdicts[];
      const names = verdicts.map(({ file }) => file);
      const { stdout } = await cli(["check", "--for", target, "--format", "json", ...names], { cwd: corpus });
      const { files } = JSON.parse(stdout) as Report;
      assert.deepEqual(
        files.map(({ path: name, problems }) => [name, ...verdictOf(problems)]),
        verdicts.map((verdict) => [verdict.file, ...expected(verdict[judge], target)]),
      );
      assert.equal(files.length, 98);
    },
  );

function verdictOf(problems: Report["files"][0]["problems"]): string[] {
  const refusals = problems.flatMap(({ livekit }) => livekit ?? []);
  const errors = problems.filter(({ severity }) => severity === "error");
  // What the target accepts is no error.
  if (refusals.length === 0) return [errors.length === 0 ? "accepted" : "accepted, but there are errors"];
  const first = refusals.filter((livekit) => livekit.first);
  return ["refused", ...first.flatMap(({ by, text }) => [by, text])];
}

function expected({ accepted, error = "" }: Verdict, target: string): string[] {
  if (accepted) return ["accepted"];
  const isServer = target === "api-create" || error.startsWith("twirp error ");
  const text = error.replace(/^could not read request: /, "").replace(/^(?:twirp error \w+: )+/, "");
  return ["refused", isServer ? "server" : "tool", text];
}
