import { defineCheck } from "../check.ts";
import { replaceNode, suggestedFix } from "../fixes.ts";
import { Kind } from "../json/tree.ts";
import type { FieldKind } from "../protocol/schema.ts";
import { shown } from "../text/show.ts";

const RANGES: Partial<Record<FieldKind, readonly [number, number]>> = {
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
  enum: [-2147483648, 2147483647],
};

export default defineCheck({
  code: "out-of-range",
  severity: "error",
  title: "Number that does not fit",
  why: `Counts and seconds are whole numbers: \`uint32\` takes 0 to 4294967295, \`int32\` takes -2147483648 to
2147483647. LiveKit accepts \`20.0\` and \`2e1\` for 20, and refuses \`-1\` where there is no sign and \`1.5\` anywhere.`,

  decodes: ["out-of-range"],
  decoded({ node, field }, { tree }) {
    if (!field) return undefined;
    const isString = tree.kind(node) === Kind.String;
    const text = isString ? tree.stringValue(node) : tree.raw(node);
    const range = RANGES[field.kind];
    const wanted = range ? `a whole number from ${range[0]} to ${range[1]}` : "a number that fits 64 bits";
    const near = range && nearestInRange(text, range);
    return {
      message: `\`${field.name}\` must be ${wanted}, and this is ${shown(text)}.`,
      fixes: near === undefined ? [] : [suggestedFix(`Write ${near}`, replaceNode(tree, node, near))],
    };
  },

  examples: [
    {
      bad: `{"roomConfig": {"emptyTimeout": ⟦-1⟧}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"roomConfig": {"emptyTimeout": 0}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"roomConfig": {"emptyTimeout": ⟦1.5⟧}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"roomConfig": {"emptyTimeout": 2}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      good: `{"roomConfig": {"emptyTimeout": 300}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
  ],
});

function nearestInRange(text: string, [lowest, highest]: readonly [number, number]): string | undefined {
  const value = Number(text);
  if (text.length > 40 || Number.isNaN(value)) return undefined;
  return String(Math.round(Math.min(highest, Math.max(lowest, value))) + 0);
}
