import { defineCheck } from "../check.ts";
import { safeFix } from "../fixes.ts";
import { quoteString } from "../json/strings.ts";
import { named } from "../text/show.ts";
import { withoutOddQuotes } from "./support/odd-quotes.ts";

export default defineCheck({
  code: "unquoted-key",
  severity: "error",
  title: "Name without quotes",
  why: `JSON wants every name in double quotes, other than JavaScript and YAML. Curly quotes, which word processors
and web pages make of straight ones, are none. LiveKit says \`invalid value\` and the word.`,

  syntax({ start, end }, { text }) {
    const name = withoutOddQuotes(text.slice(start, end));
    return {
      message: `JSON wants ${named(name)} in double quotes.`,
      fixes: [safeFix(`Put ${named(name)} in double quotes`, { start, end, newText: quoteString(name) })],
    };
  },

  examples: [
    {
      bad: `{⟦rule⟧: {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"rule": {"dispatchRuleDirect": {⟦“roomName”⟧: "open-room"}}}`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    { good: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}` },
  ],
});
