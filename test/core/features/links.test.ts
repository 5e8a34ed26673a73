import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readRuleDocument } from "../../../core/document.ts";
import { documentLinks, type LinkFor } from "../../../core/features/links.ts";
import documentation from "../../../schemas/documentation.json" with { type: "json" };
import { anyDocument } from "../../support/documents.ts";

const texts: Readonly<Record<string, object | undefined>> = documentation;
const linkFor: LinkFor = (name) => {
  const text = texts[name];
  return text && "link" in text ? String(text.link) : undefined;
};

function links(text: string): string[] {
  return documentLinks(readRuleDocument(text), linkFor).map(
    ({ start, end, url }) => `${text.slice(start, end)} → ${url}`,
  );
}

describe("links", () => {
  test("from fields that LiveKit has a page about", () => {
    const pages = links(`{"rule": {}, "name": "", "room_config": {"agents": [{"agentName": "a"}]}}`);
    assert.deepEqual(
      pages.map((link) => link.split(" ")[0]),
      ["rule", "room_config", "agents", "agentName"],
    );
    assert.ok(pages.some((link) => link.startsWith("agentName → https://docs.livekit.io/")));
    assert.ok(pages.some((link) => link.startsWith("rule → https://docs.livekit.io/")));
  });

  test("from addresses in values, in metadata through its escapes", () => {
    const none: LinkFor = () => undefined;
    const text = `{"metadata": "{\\"hook\\": \\"https:\\/\\/example.com\\/a?b=1\\"}", "x": "see http://example.com/é."}`;
    assert.deepEqual(
      documentLinks(readRuleDocument(text), none).map(({ start, end, url }) => [text.slice(start, end), url]),
      [
        [`https:\\/\\/example.com\\/a?b=1`, "https://example.com/a?b=1"],
        [`http://example.com/é`, "http://example.com/é"],
      ],
    );
    assert.deepEqual(documentLinks(readRuleDocument(`["https://", "ftp://a", "https:// b"]`), none), []);
  });

  test("of any text are in order and inside it", () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        let last = 0;
        for (const { start, end } of documentLinks(readRuleDocument(text), linkFor)) {
          assert.ok(last <= start && start <= end && end <= text.length);
          last = end;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
