/** The names under which workers register, read off code. The marks stand around each name that is found. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  allNames,
  languageOfFile,
  registeredNames,
  type CodeLanguage,
} from "../../../core/agents/registered-names.ts";
import { unmarked, withMarks } from "../checks/marked.ts";

interface Sample {
  readonly what: string;
  readonly language: CodeLanguage;
  readonly code: string;
  readonly isOpen?: boolean;
}

const samples: readonly Sample[] = [
  {
    what: "worker options of Python",
    language: "python",
    code: `from livekit.agents import WorkerOptions, cli
cli.run_app(WorkerOptions(entrypoint_fnc=entrypoint, agent_name="⟦triage⟧"))`,
  },
  {
    what: "a decorator of Python, with single quotes and a comment behind it",
    language: "python",
    code: `from livekit import agents
@server.rtc_session(
    agent_name='⟦my agent⟧'  # explicit dispatch
)
async def entry(ctx): ...`,
  },
  {
    what: "a constant of the file",
    language: "python",
    code: `from livekit.agents import WorkerOptions
AGENT_NAME = "⟦billing⟧"
cli.run_app(WorkerOptions(entrypoint_fnc=entrypoint, agent_name=AGENT_NAME))`,
  },
  {
    what: "server options of Node",
    language: "javascript",
    code: `import { ServerOptions, cli } from "@livekit/agents";
cli.runApp(new ServerOptions({ agent: import.meta.filename, agentName: "⟦triage⟧" }));`,
  },
  {
    what: "a shorthand property of a constant",
    language: "javascript",
    code: `import { WorkerOptions } from "@livekit/agents";
const agentName = '⟦triage⟧';
new WorkerOptions({ agent, agentName });`,
  },
  {
    what: "a name in a type",
    language: "javascript",
    code: `import "@livekit/agents";
interface Options { agentName?: string; other: number }`,
  },
  {
    what: "a comparison",
    language: "python",
    code: `import livekit
if job.agent_name == "x": pass`,
  },
  {
    what: "what is in a comment",
    language: "python",
    code: `import livekit
# WorkerOptions(agent_name="old")
url = "http://a#b"`,
  },
  {
    what: "code that has nothing to do with LiveKit",
    language: "javascript",
    code: `const car = { agentName: "Smith" };`,
  },
  {
    what: "a name from the environment",
    language: "python",
    code: `from livekit.agents import WorkerOptions
WorkerOptions(agent_name=os.environ["AGENT"])`,
    isOpen: true,
  },
  {
    what: "a default beside the environment",
    language: "javascript",
    code: `import "@livekit/agents";
new WorkerOptions({ agentName: process.env.AGENT ?? "triage" });`,
    isOpen: true,
  },
  {
    what: "a name that is put together",
    language: "javascript",
    code: `import "@livekit/agents";
new WorkerOptions({ agentName: \`triage-\${stage}\` });`,
    isOpen: true,
  },
  {
    what: "a constant that is set twice",
    language: "python",
    code: `import livekit
NAME = "a"
NAME = "b"
WorkerOptions(agent_name=NAME)`,
    isOpen: true,
  },
];

describe("the names that code registers", () => {
  for (const { what, language, code, isOpen = false } of samples)
    it(`${what}${isOpen ? ": open" : ""}`, () => {
      const { text } = unmarked(code);
      const found = registeredNames(text, language);
      assert.equal(withMarks(text, found.names), code);
      assert.equal(found.isOpen, isOpen);
      for (const { name, start, end } of found.names) assert.equal(text.slice(start, end), name);
    });

  it("come from files of code only", () => {
    assert.equal(languageOfFile("/a/agent.py"), "python");
    assert.equal(languageOfFile("/a/agent.mts"), "javascript");
    assert.equal(languageOfFile("/a/agent.json"), undefined);
  });

  it("are gathered, each once; one open file makes all open", () => {
    const known = registeredNames(
      `import livekit\nf(agent_name="b")\nf(agent_name="a")\nf(agent_name="b")`,
      "python",
    );
    assert.deepEqual(allNames([known]), { names: ["a", "b"], isOpen: false });
    assert.equal(allNames([known, { names: [], isOpen: true }]).isOpen, true);
  });

  it("are found in any text without fail, and in long ones without delay", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.constantFrom("python", "javascript"),
        (text, language) => {
          const code = `livekit agent_name=agentName: ${text}`;
          for (const { start, end, name } of registeredNames(code, language).names)
            assert.equal(code.slice(start, end), name);
        },
      ),
    );
    for (const part of ['agent_name="', "agentName: `", "agentName = ", "{ agentName", "/* agentName:", "'"])
      assert.ok(registeredNames(`livekit ${part.repeat(20_000)}`, "javascript"));
  });
});
