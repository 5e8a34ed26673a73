import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { editDistance } from "../../../core/text/edit-distance.ts";
import { candidate, nearest } from "../../../core/text/nearest.ts";

describe("the distance between two words", () => {
  it("counts letters changed, added, left out and swapped", () => {
    const cases: [string, string, number][] = [
      ["", "", 0],
      ["room", "room", 0],
      ["rom", "room", 1],
      ["roomm", "room", 1],
      ["raom", "room", 1],
      ["romo", "room", 1],
      ["kitten", "sitting", 3],
      ["ca", "abc", 3],
    ];
    for (const [a, b, expected] of cases) {
      assert.equal(editDistance(a, b, 9), expected, `${a} ${b}`);
      assert.equal(editDistance(b, a, 9), expected, `${b} ${a}`);
    }
  });

  it("stops at the limit", () => {
    assert.equal(editDistance("kitten", "sitting", 2), 3);
    assert.equal(editDistance("a", "abcdef", 2), 3);
    assert.equal(editDistance("abc", "xyz", 0), 1);
  });
});

describe("the nearest name", () => {
  const names = ["trunkIds", "hidePhoneNumber", "roomName", "roomPreset", "pin"];
  const near = (name: string): string | undefined =>
    nearest(
      name,
      names.map((each) => candidate(each, each)),
    );

  it("is the same but for case and separators, or has few mistakes", () => {
    assert.equal(near("TRUNK-IDS"), "trunkIds");
    assert.equal(near("trunk"), "trunkIds");
    assert.equal(near("romname"), "roomName");
    assert.equal(near("pim"), "pin");
  });

  it("is none where several begin like that, or nothing is near", () => {
    assert.equal(near("room"), undefined);
    assert.equal(near("q"), undefined);
    assert.equal(near(""), undefined);
    assert.equal(near("__"), undefined);
    assert.equal(near("trunkIds".repeat(1000)), undefined);
  });
});
