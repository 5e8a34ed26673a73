/** What a command takes without asking: what is compared, what the keyboard is on; and what a save that was not made says. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SHOW_IN_EXPLORER } from "../../../client/live/buttons.ts";
import { notSaved } from "../../../client/rules/documents/not-saved.ts";
import { cancelled } from "../../../client/rules/flows/person.ts";
import { KeptComparisons } from "../../../client/rules/kept-comparisons.ts";
import { takenItems } from "../../../client/rules/taken-items.ts";
import { openLive } from "./support/live.ts";

test("both sides of a comparison know what is compared, until forty newer texts have come", () => {
  const kept = new KeptComparisons();
  const about = { file: "file:///a.dispatch-rule.json", projectId: "own:A", ruleId: "SDR_a" };
  const first = kept.keep({ deployed: "d", file: "f" }, about);
  assert.deepEqual([kept.text(first.deployed), kept.text(first.file)], ["d", "f"]);
  assert.deepEqual([kept.about(first.deployed), kept.about(first.file)], [about, about]);
  const other = kept.keep({ deployed: "", file: "" }, undefined);
  assert.equal(kept.about(other.file), undefined);
  assert.equal(kept.text(other.file), "");
  for (let i = 0; i < 19; i++) kept.keep({ deployed: "", file: "" }, undefined);
  assert.equal(kept.text(first.file), undefined);
  assert.equal(kept.about(first.file), undefined);
  assert.equal(kept.text(other.file), "");
});

test("without a tick Enter means the row that the keyboard is on", () => {
  assert.deepEqual(takenItems(["a", "b"], ["c"]), ["a", "b"]);
  assert.deepEqual(takenItems([], ["c"]), ["c"]);
  assert.deepEqual(takenItems([], []), []);
});

test("a save that was cancelled says so, and not that something is broken", () => {
  const { project } = openLive();
  assert.equal(
    String(notSaved(cancelled("Nothing was updated."), project)),
    'Not saved: you cancelled, and nothing was updated in project "Test" (test.localhost). Your text is still here',
  );
  const refused = { kind: "refused", words: "LiveKit refuses this rule." } as const;
  assert.equal(String(notSaved(refused, project)), "Not saved: LiveKit refuses this rule.");
});

test("the view that a button leads to is called as it is called", () => {
  assert.equal(SHOW_IN_EXPLORER, "Show in LiveKit SIP");
});
