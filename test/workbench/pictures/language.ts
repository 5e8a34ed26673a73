/** Pictures of a rule file in the editor. */
import { moveMouseAway, openWhole, type Picture } from "./picture.ts";

const UNFINISHED = `{
  "dispatch_rule": {
    "name": "Support",
    "rule": {
      "dispatchRuleIndividual": {
        "roomPrefix": "support"
      }
    }
  }
}
`;
const WITH_METADATA = `{
  "dispatch_rule": {
    "name": "Support",
    "metadata": "{\\"team\\": \\"support\\", \\"language\\": \\"en\\"}",
    "rule": {
      "dispatchRuleIndividual": {
        "roomPrefix": "support"
      }
    }
  }
}
`;

export const LANGUAGE_PICTURES: Readonly<Record<string, Picture>> = {
  "two-kinds": {
    files: { "individual.dispatch-rule.json": undefined },
    async show(ui) {
      await openWhole(ui, "individual.dispatch-rule.json");
      await ui.editor.squiggles("error").first().waitFor();
      await ui.editor.hover("dispatchRuleIndividual");
    },
  },
  "quick-fix": {
    files: { "individual.dispatch-rule.json": undefined },
    async show(ui) {
      await openWhole(ui, "individual.dispatch-rule.json");
      await ui.editor.squiggles("error").first().waitFor();
      await ui.editor.moveTo(8, 10);
      await ui.editor.openActions();
    },
  },
  problems: {
    files: { "callee.dispatch-rule.json": undefined },
    async show(ui) {
      await openWhole(ui, "callee.dispatch-rule.json");
      await ui.editor.squiggles("error").first().waitFor();
      await ui.problems();
      await moveMouseAway(ui);
    },
  },
  completion: {
    files: { "support.dispatch-rule.json": UNFINISHED },
    async show(ui) {
      await openWhole(ui, "support.dispatch-rule.json");
      await ui.editor.moveTo(3, 23);
      await ui.page.keyboard.press("Enter");
      await ui.editor.completions();
      await ui.page.keyboard.press("Control+Space"); // the texts beside them
      await ui.page.keyboard.press("ArrowDown");
    },
  },
  hover: {
    files: { "support.dispatch-rule.json": UNFINISHED },
    async show(ui) {
      await openWhole(ui, "support.dispatch-rule.json");
      await ui.editor.hover("roomPrefix");
    },
  },
  metadata: {
    files: { "support.dispatch-rule.json": WITH_METADATA },
    async show(ui) {
      await openWhole(ui, "support.dispatch-rule.json");
      await ui.editor.moveTo(4, 20);
      await ui.command("LiveKit Dispatch Rule: Edit Metadata as JSON");
      await ui.editor.tab("metadata of").waitFor();
      await moveMouseAway(ui);
    },
  },
  target: {
    files: { "direct.dispatch-rule.json": undefined },
    async show(ui) {
      await openWhole(ui, "direct.dispatch-rule.json");
      await ui.editor.squiggles("warning").first().waitFor();
      await ui.fileStatus.click();
      await ui.quickInput.labels();
    },
  },
  explain: {
    files: { "pin.dispatch-rule.json": undefined },
    async show(ui) {
      await openWhole(ui, "pin.dispatch-rule.json");
      await ui.editor.squiggles("warning").first().waitFor();
      await ui.editor.moveTo(8, 20);
      await ui.command("LiveKit Dispatch Rule: Explain This Problem");
      await ui.webview().getByRole("heading").first().waitFor();
      await moveMouseAway(ui);
    },
  },
};
