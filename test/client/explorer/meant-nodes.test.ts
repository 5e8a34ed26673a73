/** Which rows a command is about: what people see in focus, and what they have selected with it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { isFocusedNode, meantNodes } from "../../../client/explorer/meant-nodes.ts";

const [first, second, third] = [{ id: "1" }, { id: "2" }, { id: "3" }];
const UNRESOLVED = { $treeViewId: "livekitDispatch.explorer", $focusedTreeItem: true };

describe("a command is about", () => {
  test("the row that has the focus, wherever the selection has stayed", () => {
    assert.deepEqual(meantNodes([first], second, undefined), [second]);
    assert.deepEqual(meantNodes([first, third], second, undefined), [second]);
    assert.deepEqual(meantNodes([], second, undefined), [second]);
  });

  test("all that are selected where that row is one of them", () => {
    assert.deepEqual(meantNodes([first, second], second, undefined), [first, second]);
    assert.deepEqual(meantNodes([], second, [second, third]), [second, third]);
  });

  test("the selection where VS Code does not say what has the focus, and nothing from the palette", () => {
    assert.deepEqual(meantNodes([first], UNRESOLVED, undefined), [first]);
    assert.deepEqual(meantNodes([first], undefined, undefined), []);
    assert.deepEqual(meantNodes([first], null, undefined), []);
  });

  test("every key of the explorer asks for the row that has the focus", () => {
    const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
      contributes: { keybindings: { command: string; when: string; args?: unknown }[] };
    };
    const keys = manifest.contributes.keybindings.filter(({ when }) => when.includes("listFocus"));
    assert.ok(keys.length >= 5);
    for (const { command, args } of keys) {
      assert.ok(isFocusedNode(args), command);
      assert.equal(args.$treeViewId, "livekitDispatch.explorer", command);
    }
  });
});
