import { defineCheck } from "../check.ts";
import { suggestedFix } from "../fixes.ts";

export default defineCheck({
  code: "invalid-utf8",
  severity: "error",
  title: "Byte that is no UTF-8",
  why: `LiveKit reads UTF-8 and says \`invalid UTF-8 in string\`. The file was saved in another encoding, most often
Latin-1 or Windows-1252. Save it as UTF-8.`,

  syntax({ start, end }, { text }) {
    const byte = text.charCodeAt(start) - 0xdc00;
    const latin = byte >= 0xa0 ? String.fromCharCode(byte) : undefined;
    const hint = latin === undefined ? "" : ` (in Latin-1 it is \`${latin}\`)`;
    return {
      message: `The byte 0x${byte.toString(16)}${hint} is no UTF-8. Save the file as UTF-8.`,
      fixes:
        latin === undefined ? [] : [suggestedFix(`Read it as \`${latin}\``, { start, end, newText: latin })],
    };
  },

  // The byte 0xe9 as `decodeUtf8` hands it on.
  examples: [
    {
      bad: `{"name": "Caf⟦\udce9⟧", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"name": "Café", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    { good: `{"name": "Café", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}` },
  ],
});
