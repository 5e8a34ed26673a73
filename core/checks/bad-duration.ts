import { defineCheck } from "../check.ts";
import { replaceNode, suggestedFix } from "../fixes.ts";
import { Kind, NONE, type JsonTree, type Node } from "../json/tree.ts";
import { readDuration } from "../protocol/time.ts";
import { named, shown } from "../text/show.ts";

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, sec: 1, m: 60, min: 60, h: 3600 };

export default defineCheck({
  code: "bad-duration",
  severity: "error",
  title: "Duration that LiveKit cannot read",
  why: `A duration is a string of seconds that ends with \`s\`: \`"30s"\`, \`"1.5s"\`. Numbers, minutes and objects are
refused, and so are leading zeros and blanks.`,

  decodes: ["bad-duration", "wrong-type"],
  decoded({ node, field }, { tree }) {
    if (field?.wellKnown !== "Duration") return undefined;
    const found = tree.kind(node) === Kind.String ? tree.stringValue(node) : "";
    const meant = meantBy(tree, node);
    const wanted = `${named(field.name)} is a string of seconds that ends with \`s\``;
    return {
      message: `${wanted}, such as "${meant ?? "30s"}"${found === "" ? "" : `, and not "${shown(found)}"`}.`,
      fixes:
        meant === undefined ? [] : [suggestedFix(`Write "${meant}"`, replaceNode(tree, node, `"${meant}"`))],
    };
  },

  examples: [
    {
      bad: `{"media": {"mediaTimeout": ⟦30⟧}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"media": {"mediaTimeout": "30s"}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"media": {"mediaTimeout": ⟦"1m"⟧}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"media": {"mediaTimeout": "60s"}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    { good: `{"media": {"mediaTimeout": "30s"}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}` },
  ],
});

/** The duration that was meant, as LiveKit reads it. */
function meantBy(tree: JsonTree, node: Node): string | undefined {
  const kind = tree.kind(node);
  if (kind === Kind.Object) {
    const seconds = tree.member(node, "seconds");
    return seconds === NONE ? undefined : valid(`${tree.stringValue(seconds + 1)}s`);
  }
  if (kind !== Kind.Number && kind !== Kind.String) return undefined;
  const match = /^\s*0*(\d+(?:\.\d{1,9})?)\s*(ms|s|sec|m|min|h)?\s*$/i.exec(
    tree.stringValue(node).slice(0, 40),
  );
  if (!match?.[1]) return undefined;
  const unit = (match[2] ?? "s").toLowerCase();
  const isSeconds = unit === "s" || unit === "sec";
  return valid(isSeconds ? `${match[1]}s` : `${Number(match[1]) * (SECONDS[unit] ?? 1)}s`);
}

function valid(duration: string): string | undefined {
  return typeof readDuration(duration) === "string" ? undefined : duration;
}
