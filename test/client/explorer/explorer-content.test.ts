/** What the explorer shows, and when it is made anew. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DeployedState, Load } from "../../../client/deployed/load.ts";
import { ExplorerContent } from "../../../client/explorer/explorer-content.ts";
import type { ProjectEntry } from "../../../client/projects/project-entry.ts";
import { demoClient, demoState, PROD, ready, stateOf } from "../support/demo-tree.ts";

function showing(first: Load<DeployedState>) {
  let load = first;
  let project: ProjectEntry | undefined = { ...PROD, host: "a.livekit.cloud" };
  let looked = 0;
  const asked: string[] = [];
  const content = new ExplorerContent(
    {
      overview: () => {
        looked++;
        return Promise.resolve({
          projects: project ? [project] : [],
          active: project && { entry: project, why: "", client: demoClient() },
          problem: undefined,
          warnings: [],
        });
      },
    },
    {
      get: () => load,
      of: ({ host }) => {
        asked.push(host);
        return load;
      },
    },
    { get: () => ({ kind: "unknown" }) },
    { filter: "", order: "tried", pages: () => 1 },
  );
  const rootLabels = async () => (await content.drawn()).roots.map(({ label }) => label);
  return {
    content,
    asked,
    rootLabels,
    looked: () => looked,
    set: (next: Load<DeployedState>) => (load = next),
    move: (host: string) => (project = { ...PROD, host }),
    remove: () => (project = undefined),
  };
}

describe("the explorer's content", () => {
  test("is made once, and anew when it should be; projects are looked for only when they may be others", async () => {
    const { content, looked } = showing({ kind: "unknown" });
    const first = await content.drawn();
    assert.equal(await content.drawn(), first);
    content.redraw();
    assert.notEqual(await content.drawn(), first);
    assert.equal(looked(), 1);
    content.lookAgain();
    await content.drawn();
    assert.equal(looked(), 2);
  });

  test("has news when an answer says something else, a first time, or a failure; not when it says the same", async () => {
    const state = await demoState();
    const { content, set } = showing({ kind: "loading" });
    assert.equal(content.hasNews("lk:prod"), true);
    assert.equal(content.hasNews("lk:prod"), false);
    set(ready(state));
    assert.equal(content.hasNews("lk:prod"), true);
    set({ kind: "loading", last: state });
    assert.equal(content.hasNews("lk:prod"), false);
    set({ ...ready(state), readAt: 2 } as Load<DeployedState>);
    assert.equal(content.hasNews("lk:prod"), false);
    set({ kind: "failed", failure: { kind: "timeout", milliseconds: 1, effect: "none" }, last: state });
    assert.equal(content.hasNews("lk:prod"), true);
    set(ready(stateOf([])));
    assert.equal(content.hasNews("lk:prod"), true);
  });

  test("looks for projects again where one could not be asked: it may be gone", async () => {
    const { content, set, remove, rootLabels } = showing({ kind: "loading" });
    assert.deepEqual(await rootLabels(), ["prod"]);
    remove();
    set({ kind: "unknown" });
    content.hasNews("lk:prod");
    assert.deepEqual(await rootLabels(), []);
    assert.equal(content.activeId, undefined);
  });

  test("shows nothing of another server under the same name: it asks by where each project is now", async () => {
    const { content, asked, move } = showing({ kind: "unknown" });
    await content.drawn();
    move("b.livekit.cloud");
    content.lookAgain();
    await content.drawn();
    assert.deepEqual(asked, ["a.livekit.cloud", "b.livekit.cloud"]);
  });
});
