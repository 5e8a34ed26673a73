/** The status bar's words about the active project. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { statusWords } from "../../../client/projects/status-words.ts";
import { DEMO, PROD } from "../support/demo-tree.ts";

describe("the status bar", () => {
  test("names the project, why it is active, and what lk would take", () => {
    const words = statusWords(
      {
        entry: { ...PROD, isProduction: false },
        why: "it is the default",
        lkNote: "lk takes another",
        warnings: [],
      },
      undefined,
    );
    assert.equal(words?.text, "$(radio-tower) prod $(info)");
    assert.equal(
      words.spoken,
      "LiveKit project prod, server prod.livekit.cloud, active because it is the default",
    );
    assert.deepEqual(words.tooltip, {
      title: "LiveKit project prod",
      rows: [
        ["Server", "prod.livekit.cloud"],
        ["Active because", "it is the default"],
        ["Comes from", "~/.livekit/cli-config.yaml"],
      ],
      notes: ["Note: lk takes another.", "Click to choose another project."],
    });
    assert.equal(words.isAlarming, false);
  });

  test("is in another color for production, and says so to who cannot see it", () => {
    const words = statusWords({ entry: PROD, why: "you chose it", warnings: [] }, undefined);
    assert.equal(words?.isAlarming, true);
    assert.equal(words.text, "$(shield) prod");
    assert.match(words.spoken, /production/);
  });

  test("says of the demo that nothing is sent", () => {
    const words = statusWords({ entry: DEMO, why: "you chose it", warnings: [] }, undefined);
    assert.equal(words?.text, "$(beaker) Demo");
    assert.match(words.tooltip.rows[0]?.[1] ?? "", /nothing is sent anywhere/);
  });

  test("says why there is none, and nothing where nothing is set up", () => {
    assert.equal(statusWords(undefined, "Two could be meant.")?.text, "$(warning) LiveKit: no project");
    assert.equal(statusWords(undefined, undefined), undefined);
  });
});
