/** Which files are held against each other, and how much it weighs where nobody said that they belong together. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkInPicture } from "../../../core/picture/check-picture.ts";
import { Picture, type PictureOptions } from "../../../core/picture/picture.ts";

const wildcard = (room: string, more: object = {}): string =>
  JSON.stringify({ dispatch_rule: { rule: { dispatchRuleDirect: { roomName: room, ...more } } } });

function said(options: PictureOptions, files: Readonly<Record<string, string>>, uri: string): string[] {
  const picture = new Picture(options);
  for (const [name, text] of Object.entries(files)) picture.setFile(name, text);
  return checkInPicture(picture, uri).map(({ code, severity }) => `${severity} ${code}`);
}

describe("the files that belong together", () => {
  const near = { "w/a.json": wildcard("a"), "w/b.json": wildcard("b") };
  const far = { "w/a.json": wildcard("a"), "v/b.json": wildcard("b") };
  const asking = { "w/a.json": wildcard("a", { pin: "1" }), "v/b.json": wildcard("b") };

  it("are those of one folder, with less weight than LiveKit's refusal", () => {
    assert.deepEqual(said({}, near, "w/a.json"), ["warning rule-conflict"]);
  });

  it("are those of other folders only for what LiveKit refuses, as a note", () => {
    assert.deepEqual(said({}, far, "w/a.json"), ["info rule-conflict"]);
    assert.deepEqual(said({}, asking, "w/a.json"), []);
    assert.deepEqual(said({ scope: "folder" }, far, "w/a.json"), []);
  });

  it("are all where somebody says so", () => {
    assert.deepEqual(said({ isStated: true }, far, "w/a.json"), ["error rule-conflict"]);
    assert.deepEqual(said({ isStated: true }, asking, "w/a.json"), ["warning pin-prompts-everybody"]);
  });

  it("are none where each file stands for itself", () => {
    assert.deepEqual(said({ scope: "file" }, near, "w/a.json"), []);
  });

  it("are not lists, which a server answered some time, unless somebody says so", () => {
    const rule = JSON.parse(wildcard("x")) as { dispatch_rule: object };
    const list = JSON.stringify({
      items: [{ sipDispatchRuleId: "SDR_Vh6vTqQ3YzKp", ...rule.dispatch_rule }],
    });
    const files = { "w/a.json": wildcard("a"), "w/list.json": list };
    assert.deepEqual(said({}, files, "w/a.json"), []);
    assert.deepEqual(said({ isStated: true }, files, "w/a.json"), ["error rule-conflict"]);
  });

  it("hold one rule of an id", () => {
    const stored = (room: string): string =>
      JSON.stringify({
        sip_dispatch_rule_id: "SDR_Vh6vTqQ3YzKp",
        rule: { dispatchRuleDirect: { roomName: room } },
      });
    assert.deepEqual(
      said({ isStated: true }, { "a.json": stored("a"), "b.json": stored("b") }, "b.json"),
      [],
    );
  });

  it("do not hold what LiveKit refuses by itself", () => {
    const broken = wildcard("b").replace("}}}", "}},}");
    assert.deepEqual(said({ isStated: true }, { "a.json": wildcard("a"), "b.json": broken }, "a.json"), []);
  });

  it("name a deployed rule by its id and show where it can be opened", () => {
    const picture = new Picture();
    picture.setFacts({
      deployed: [
        {
          origin: "deployed",
          rule: { sipDispatchRuleId: "SDR_Vh6vTqQ3YzKp", rule: { dispatchRuleDirect: { roomName: "b" } } },
          uri: "livekit-rule:/b",
        },
      ],
    });
    picture.setFile("w/a.json", wildcard("a"));
    const [problem] = checkInPicture(picture, "w/a.json");
    assert.equal(problem?.severity, "error");
    assert.deepEqual(problem.related[0]?.deployed, { id: "SDR_Vh6vTqQ3YzKp", uri: "livekit-rule:/b" });
    assert.deepEqual(checkInPicture(picture, "w/a.json", { "rule-conflict": "off" }), []);
    assert.equal(checkInPicture(picture, "w/a.json", { "rule-conflict": "hint" })[0]?.severity, "hint");
  });

  it("are named in the order of the claims, as LiveKit does, and not of the ids", () => {
    const on = (id: string, trunkIds: readonly string[]) => ({
      origin: "deployed" as const,
      rule: { sipDispatchRuleId: id, trunkIds, rule: { dispatchRuleDirect: { roomName: "x" } } },
    });
    const picture = new Picture();
    picture.setFacts({
      deployed: [
        on("SDR_Vh6vTqQ3YzKp", ["ST_4nPw9LcYb6Ha"]),
        on("SDR_a3mW8sLcYb6H", ["ST_2wJBTJUKPx68"]),
        on("SDR_zzqTqQ3YzKpa", ["ST_8m3KxQv7Rt2Z"]),
      ],
    });
    const trunkIds = ["ST_8m3KxQv7Rt2Z", "ST_2wJBTJUKPx68", "ST_4nPw9LcYb6Ha"];
    const { rule } = on("SDR_zzqTqQ3YzKpa", trunkIds);
    picture.setFile("w/a.json", JSON.stringify(rule));
    const [problem] = checkInPicture(picture, "w/a.json");
    assert.match(problem?.livekit?.text ?? "", /already exists in dispatch rule "SDR_a3mW8sLcYb6H"/);
    assert.deepEqual(
      problem?.related.map(({ deployed }) => deployed?.id),
      ["SDR_a3mW8sLcYb6H", "SDR_Vh6vTqQ3YzKp"],
    );
  });
});
