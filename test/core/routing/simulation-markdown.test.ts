/** A page about a call says texts of others, and nothing of them is markup in it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { incomingCall } from "../../../core/routing/input/read.ts";
import { simulationMarkdown } from "../../../core/routing/simulate/markdown.ts";
import { cell, prose } from "../../../core/routing/simulate/safe-markdown.ts";
import { simulate } from "../../../core/routing/simulate/simulation.ts";

const HOSTILE = [
  "[x](command:workbench.action.quit)",
  "![x](https://a.test/x.png)",
  "<img src=x onerror=y>",
  "`<b>`<a href=x>`",
  "<command:y>",
  "https://a.test/x",
  "www.a.test",
  "a.com",
  "me@a.com",
  "a|`b|<b>c",
  "**bold** ~~gone~~ $x$ &lt;",
  "\\`<i>\\|",
  "\n# heading\n",
];

/** What is left where code and escaped characters are taken out; a table's row has its bars. */
function bare(markdown: string): string {
  return markdown.replace(/\\[^]|`[^`]*`/g, (found) => (found.startsWith("\\") ? "\u0001" : ""));
}

describe("Markdown about a call", () => {
  for (const text of HOSTILE)
    test(`takes nothing from ${JSON.stringify(text)}`, () => {
      for (const written of [prose(text), cell(text), prose(`rule \`${text}\``), cell(`rule \`${text}\``)]) {
        assert.doesNotMatch(bare(written), /[<>[\]*_~&$@#|`]|:\/\/|\w\.\w/);
        assert.doesNotMatch(written, /\n/);
      }
      assert.doesNotMatch(cell(`\`${text}\``), /(?<!\\)\|/);
    });

  test("keeps our values as code, as they are, and the names of files whole", () => {
    assert.equal(prose("Add `a<b>_c` to `numbers`"), "Add `a<b>_c` to `numbers`");
    assert.equal(prose("(rules/support.json:2:20)"), "(rules/support.json:2:20)");
  });

  test("a hostile rule, project and call make a page of the same shape", () => {
    const shape = (text: string): string =>
      simulationMarkdown(
        simulate({
          rules: [
            {
              rule: {
                name: text,
                sipDispatchRuleId: "SDR_1",
                rule: { dispatchRuleDirect: { roomName: text } },
              },
              path: text,
              project: text,
            },
            {
              rule: {
                name: `${text}2`,
                sipDispatchRuleId: "SDR_2",
                inboundNumbers: [`1${text}`],
                rule: { dispatchRuleIndividual: { roomPrefix: text } },
              },
              path: text,
              project: text,
            },
          ],
          trunks: [{ sipTrunkId: "ST_1", name: text }],
          call: incomingCall({ to: text, from: text, pin: "" }),
          leftOut: [],
        }),
      )
        .split("\n")
        .map((line) => bare(line).replace(/^(\||- |#+ |  \d\. )?.*$/, "$1"))
        .join("\n");
    const plain = shape("x");
    for (const text of HOSTILE) assert.equal(shape(text), plain, text);
  });
});
