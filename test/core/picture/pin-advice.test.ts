/** The way out of a PIN that everybody is asked for fits what the rule has already. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { pictureOf, problemsByFile } from "./pictures.ts";

function advice(lists: object, others: readonly string[] = ["open.json"]): string {
  const rule = (kind: object): string => JSON.stringify({ dispatch_rule: { ...lists, rule: kind } });
  const files = {
    "board.json": rule({ dispatchRuleDirect: { roomName: "board", pin: "4711" } }),
    ...Object.fromEntries(
      others.map((name) => [name, rule({ dispatchRuleIndividual: { roomPrefix: name } })]),
    ),
  };
  const picture = pictureOf({ files, isStated: true });
  const found = problemsByFile(picture, "pin-prompts-everybody").get("board.json") ?? [];
  return found.map(({ message }) => message).join("\n");
}

const TRUNK = { trunk_ids: ["ST_8m3KxQv7Rt2Z"] };
const NUMBERS = { numbers: ["+15550100"] };

describe("the advice for a PIN that everybody is asked for", () => {
  it("names both where the rule has neither numbers nor a trunk", () => {
    assert.match(advice({}), /Give this rule `numbers` or a trunk of its own\.$/);
  });

  it("names what it lacks", () => {
    assert.match(advice(TRUNK), /Give this rule `numbers` of its own, or move it to another trunk\.$/);
    assert.match(advice(NUMBERS), /Give this rule a trunk of its own \(`trunk_ids`\)\.$/);
  });

  it("does not tell a rule to have what it has", () => {
    const both = { ...TRUNK, ...NUMBERS };
    assert.match(
      advice(both),
      /List in this rule only `numbers` that the other rule does not take, or move it to another trunk\.$/,
    );
    assert.match(advice(both, ["a.json", "b.json"]), /that the other rules do not take/);
  });
});
