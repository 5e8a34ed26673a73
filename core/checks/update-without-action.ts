import { defineCheck } from "../check.ts";
import { Kind } from "../json/tree.ts";
import { wrongForm } from "./support/form-mismatch.ts";
import { keyOrOpening } from "./support/opening.ts";

export default defineCheck({
  code: "update-without-action",
  severity: "error",
  title: "Update that changes nothing",
  why: `An update request holds either \`replace\`, a whole rule that takes the stored one's place, or \`update\`, the
fields to change. LiveKit refuses a request with neither, also \`"replace": null\`, with
\`missing or unsupported update action\`.`,

  refuses: ["update-without-action"],
  refused({ node }, document) {
    const { tree } = document;
    if (wrongForm(document) || tree.kind(node) !== Kind.Object) return undefined;
    return {
      message: "An update request needs `replace` with a whole rule, or `update` with the fields to change.",
      range: keyOrOpening(tree, node, "replace", "update"),
    };
  },

  examples: [
    { bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", ⟦"replace"⟧: null}` },
    { good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "update": {"name": "Support line"}}` },
  ],
});
