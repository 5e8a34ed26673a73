/** A deployed rule whose text somebody edits: it stands in its own place, and in that of files which stand for it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkNewText } from "../../../core/picture/check-picture.ts";
import { Picture } from "../../../core/picture/picture.ts";
import { readRule } from "../../../core/routing/input/read.ts";

const BOARD = "SDR_Vh6vTqQ3YzKp";
const board = { name: "Board", numbers: ["+15550100"], rule: { dispatchRuleDirect: { roomName: "board" } } };
const sales = { name: "Sales", numbers: ["+15550101"], rule: { dispatchRuleDirect: { roomName: "sales" } } };
const taken = JSON.stringify({ ...board, numbers: ["+15550101"] });

function pictureOfProject(files: Readonly<Record<string, object>> = {}): Picture {
  const picture = new Picture();
  picture.setFacts({
    deployed: [
      { origin: "deployed", rule: readRule({ ...board, sipDispatchRuleId: BOARD }).value },
      { origin: "deployed", rule: readRule({ ...sales, sipDispatchRuleId: "SDR_t5HqYw8NcR2m" }).value },
    ],
  });
  for (const [uri, rule] of Object.entries(files)) picture.setFile(uri, JSON.stringify(rule));
  return picture;
}

function said(picture: Picture, text: string): string[] {
  const uri = "livekit-rule:/board.dispatch-rule.json";
  return checkNewText(picture, BOARD, uri, text).map(({ code }) => code);
}

describe("the new text of a deployed rule", () => {
  it("does not conflict with what it replaces", () => {
    assert.deepEqual(said(pictureOfProject(), JSON.stringify({ ...board, metadata: "new" })), []);
  });

  it("conflicts with what is deployed besides", () => {
    assert.deepEqual(said(pictureOfProject(), taken), ["rule-conflict"]);
  });

  it("goes by its address, whatever id stands in it", () => {
    const text = JSON.stringify({ ...board, sip_dispatch_rule_id: "SDR_t5HqYw8NcR2m" });
    assert.deepEqual(said(pictureOfProject(), text), []);
  });

  it("stands for the files of its id, content and name too, but not for a second one of its name", () => {
    const own = pictureOfProject({
      "id.json": { ...board, sip_dispatch_rule_id: BOARD },
      "content.json": { ...board, name: "" },
    });
    assert.deepEqual(said(own, JSON.stringify(board)), []);
    const other = { ...board, numbers: ["+15550102"] };
    const text = JSON.stringify({ ...board, numbers: ["+15550102"] });
    assert.deepEqual(said(pictureOfProject({ "a/name.json": other }), text), []);
    const two = pictureOfProject({
      "a/name.json": { ...board, numbers: ["+15550103"] },
      "b/name.json": other,
    });
    assert.deepEqual(said(two, text), ["rule-conflict"]);
  });

  it("has the fixes that it has in its own place, also when they are asked for later", () => {
    const picture = new Picture();
    const trunkIds = ["ST_8m3KxQv7Rt2Z"];
    const rules = [
      { ...board, sipDispatchRuleId: BOARD, trunkIds },
      { sipDispatchRuleId: "SDR_t5HqYw8NcR2m", trunkIds, rule: sales.rule },
    ];
    picture.setFacts({
      deployed: rules.map((rule) => ({ origin: "deployed", rule: readRule(rule).value })),
      trunks: [{ trunk: { sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100"] } }],
      hasAllTrunks: true,
    });
    const [problem] = checkNewText(picture, BOARD, "x", JSON.stringify(board));
    assert.equal(problem?.code, "rule-never-wins");
    assert.deepEqual(
      problem.fixes.map(({ title }) => title),
      ['List "ST_8m3KxQv7Rt2Z" in `trunk_ids`'],
    );
  });

  it("leaves the picture as it was", () => {
    const picture = pictureOfProject({ "board.json": { ...board, sip_dispatch_rule_id: BOARD } });
    const before = { revision: picture.revision, rules: [...picture.rules.all()], uris: picture.uris() };
    said(picture, taken);
    said(picture, "{");
    assert.deepEqual(
      { revision: picture.revision, rules: [...picture.rules.all()], uris: picture.uris() },
      before,
    );
    assert.equal(picture.hasAllRules, true);
    assert.throws(() =>
      picture.withNewText(BOARD, "x", taken, () => {
        throw new Error("a bug");
      }),
    );
    assert.deepEqual(picture.uris(), ["board.json"]);
  });
});
