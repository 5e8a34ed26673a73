/** Reading and writing a rule file: what is offered, explained and laid out. */
import assert from "node:assert/strict";
import { DOCUMENTATION } from "../suite/examples.ts";
import { inWorkbench } from "./workbench-test.ts";

const HALF = `{
  "dispatch_rule": {
    "rule": {
      "dispatchRuleIndividual": {
        "roomPrefix": "call"
      }
    }
  }
}
`;
const WITH_METADATA = `{
  "dispatch_rule": {
    "metadata": "{\\"is_internal\\": true}",
    "rule": {
      "dispatchRuleDirect": {
        "roomName": "open-room"
      }
    }
  }
}
`;
const IN_ONE_LINE = `{"dispatch_rule":{"rule":{"dispatchRuleDirect":{"roomName":"open-room"}}}}`;
const LAID_OUT = `{
  "dispatch_rule": {
    "rule": {
      "dispatchRuleDirect": {
        "roomName": "open-room"
      }
    }
  }
}`;

const examples = Object.entries(DOCUMENTATION).map(
  ([name, text]) => [`${name}.dispatch-rule.json`, text] as const,
);

/** They are all for the same calls. */
const EACH_ALONE = `{"livekitDispatch.wholePicture": "off"}`;

inWorkbench((test) => {
  test(
    "LiveKit's examples are only warned about, for lk create takes another form",
    { ...Object.fromEntries(examples), ".vscode/settings.json": EACH_ALONE },
    async ({ ui, eventually }) => {
      for (const [name] of examples) {
        await ui.editor.open(name);
        await eventually(() => ui.fileStatus.innerText(), " Bare rule · auto");
        await eventually(() => ui.editor.squiggles("warning").count(), 1);
        assert.equal(await ui.editor.squiggles("error").count(), 0, name);
      }
    },
  );

  test("a field is completed, in the file's own spelling", { "dispatch-rule.json": HALF }, async (window) => {
    const { ui, eventually, read } = window;
    await ui.editor.open("dispatch-rule.json");
    await ui.editor.moveTo(3, 5);
    const offered = await ui.editor.completions();
    assert.ok(offered.includes("hide_phone_number"), offered.join());
    assert.ok(!offered.includes("rule"), "a field that is there already");
    await ui.editor.type('"hide');
    await ui.editor.acceptCompletion("hide_phone_number");
    await ui.editor.save();
    await eventually(() => fieldsOf(read("dispatch-rule.json")), ["hide_phone_number", "rule"]);
  });

  test("a field says what LiveKit will do", { "dispatch-rule.json": HALF }, async ({ ui }) => {
    await ui.editor.open("dispatch-rule.json");
    const hover = await ui.editor.hover("roomPrefix");
    assert.match(hover, /prefix/i);
    assert.match(hover, /call-?_/, "an example of the room's name");
  });

  test("a file is laid out", { "dispatch-rule.json": IN_ONE_LINE }, async ({ ui, eventually, read }) => {
    await ui.editor.open("dispatch-rule.json");
    await eventually(() => ui.fileStatus.innerText(), " Create request · auto");
    await ui.editor.moveTo(1);
    await ui.editor.format();
    await eventually(() => ui.editor.area.locator(".view-line").count(), LAID_OUT.split("\n").length);
    await ui.editor.save();
    await eventually(
      () => read("dispatch-rule.json"),
      LAID_OUT.replace(/^ +/gm, (blanks) => blanks.repeat(2)),
    );
  });

  test(
    "metadata is edited as JSON beside the file",
    { "dispatch-rule.json": WITH_METADATA },
    async (window) => {
      const { ui, eventually, read } = window;
      await ui.editor.open("dispatch-rule.json");
      await ui.editor.moveTo(3, 25);
      await ui.command("LiveKit Dispatch Rule: Edit Metadata as JSON");
      await ui.editor.tab("metadata of").waitFor();
      await eventually(() => ui.editor.text(), '{\n  "is_internal": true\n}');
      await ui.editor.token("true").dblclick();
      await ui.editor.type("false");
      await ui.editor.save();
      await ui.editor.open("dispatch-rule.json");
      await ui.editor.save();
      await eventually(() => read("dispatch-rule.json"), WITH_METADATA.replace("true", "false"));
    },
  );
});

/** The names of a create request's fields, in their order. */
function fieldsOf(request: string): string[] {
  return Object.keys((JSON.parse(request) as { dispatch_rule: object }).dispatch_rule);
}
