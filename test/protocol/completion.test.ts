import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type {
  ClientCapabilities,
  CompletionContext,
  CompletionItem,
  CompletionList,
  MarkupContent,
  TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { EXAMPLES } from "../support/documents.ts";
import { CAPABLE, Client, EDITING } from "./client.ts";

const VSCODE = { name: "Visual Studio Code - Insiders" };

/** Opens a text whose cursor is `|`, asks there, and gives both back. */
async function completeIn(client: Client, marked: string, context?: CompletionContext) {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const uri = `file:///completion/${++count}.json`;
  const document = TextDocument.create(uri, "", 1, text);
  client.open(uri, text);
  const list = await client.at<CompletionList>("completion", uri, document.positionAt(offset), { context });
  client.close(uri);
  return { document, items: list.items };
}
let count = 0;

function item(items: readonly CompletionItem[], label: string): CompletionItem {
  const found = items.find((each) => each.label === label);
  assert.ok(found, `no "${label}" among ${items.map((each) => each.label).join(", ")}`);
  return found;
}

function applied(document: TextDocument, { textEdit, additionalTextEdits = [] }: CompletionItem): string {
  return TextDocument.applyEdits(document, [textEdit as TextEdit, ...additionalTextEdits]);
}

describe("completion", () => {
  let client: Client;
  before(async () => (client = await Client.start({ capabilities: EDITING, clientInfo: VSCODE })));
  after(() => client.stop());

  test("offers fields as snippets that open completion again where there is more to choose", async () => {
    const { document, items } = await completeIn(client, `{\n  "name": "a",\n  |\n}`);
    const rule = item(items, "rule");
    assert.equal(rule.kind, 10);
    assert.equal(rule.insertTextFormat, 2);
    assert.equal(rule.insertTextMode, 2);
    assert.match(applied(document, rule), /"rule": /);
    assert.ok(items.some(({ command }) => command?.command === "editor.action.triggerSuggest"));
    assert.equal(items.filter(({ preselect }) => preselect).length, 1);
    assert.ok(!items.some(({ documentation }) => documentation !== undefined));
  });

  test("says what an item is for when somebody looks at it", async () => {
    const { items } = await completeIn(client, `{"rule": {|}}`);
    const individual = item(items, "dispatchRuleIndividual");
    const resolved = await client.request<CompletionItem>("completionItem/resolve", individual);
    const { kind, value } = resolved.documentation as MarkupContent;
    assert.equal(kind, "markdown");
    assert.ok(value.length > 20);
    assert.deepEqual({ ...resolved, documentation: undefined }, { ...individual, documentation: undefined });
  });

  test("what the server did not send is given back as it is", async () => {
    for (const data of [undefined, 7, "no.such.Field", "__proto__", { a: 1 }]) {
      const odd = { label: "x", ...(data !== undefined && { data }) };
      assert.deepEqual(await client.request("completionItem/resolve", odd), odd);
    }
  });

  test("deprecated fields carry the tag", async () => {
    const { items } = await completeIn(client, `{"roomConfig": {"egress": {"room": {|}}}, "rule": {}}`);
    assert.ok(items.some(({ tags }) => tags?.includes(1)));
  });

  test("a missing comma further up is put there too", async () => {
    const { document, items } = await completeIn(client, `{\n  "name": "a"\n  |\n}`);
    assert.match(applied(document, item(items, "rule")), /"a",\n {2}"rule"/);
  });

  test("trigger characters are silent where there is nothing to choose", async () => {
    const typed = (triggerCharacter: string): CompletionContext => ({ triggerKind: 2, triggerCharacter });
    const silent = [
      [`{"name": "abc"|}`, '"'],
      [`{"name": ""|}`, '"'],
      [`{"name"|}`, '"'],
      [`{"metadata": "{a:|}"}`, ":"],
      [`{"metadata": "a,|"}`, ","],
    ] as const;
    for (const [text, character] of silent)
      assert.deepEqual((await completeIn(client, text, typed(character))).items, [], text);
    const offering = [
      [`{"|"}`, '"'],
      [`{"|`, '"'],
      [`{"hide_phone_number":|}`, ":"],
      [`{"name": "a",|}`, ","],
    ] as const;
    for (const [text, character] of offering)
      assert.notDeepEqual((await completeIn(client, text, typed(character))).items, [], text);
  });

  test("facts of the project are offered once they are known, and can become unknown again", async () => {
    const labels = async () =>
      (await completeIn(client, `{"trunk_ids": [|], "rule": {}}`)).items.map(({ label }) => label);
    const id = "ST_8m3KxQv7Rt2Z";
    assert.ok(!(await labels()).includes(id));
    client.notify("livekitDispatch/facts", { trunks: [{ id, name: "Main", numbers: ["+15550100"] }, 7, {}] });
    assert.ok((await labels()).includes(id));
    client.notify("livekitDispatch/facts", { trunks: null, agentNames: 3 });
    assert.ok(!(await labels()).includes(id));
  });
});

describe("completion for a client that can little", () => {
  const capabilities: ClientCapabilities = {
    ...CAPABLE,
    textDocument: { ...CAPABLE.textDocument, completion: {} },
  };

  test("snippets become text, documentation is plain, nothing more is sent than it understands", async () => {
    const client = await Client.start({ capabilities });
    for (const text of [`|`, `{|}`, `{"rule": |}`, `{"rule": {|}}`, `{"agents": [|], "rule": {}}`]) {
      const { document, items } = await completeIn(client, text);
      for (const each of items) {
        assert.equal(each.insertTextFormat, undefined);
        assert.equal(each.insertTextMode, undefined);
        assert.equal(each.command, undefined);
        assert.equal(each.tags, undefined);
        assert.doesNotMatch(applied(document, each), /\$(?:\d|\{\d)/);
      }
    }
    const { items } = await completeIn(client, `{"rule": {|}}`);
    const resolved = await client.request<CompletionItem>("completionItem/resolve", items[0]);
    const { kind, value } = resolved.documentation as MarkupContent;
    assert.equal(kind, "plaintext");
    assert.doesNotMatch(value, /`|\]\(|\*\*/);
    await client.stop();
  });
});

describe("half-typed files", () => {
  test("at every prefix, completion, hover, outline and folding answer", async () => {
    const client = await Client.start({ capabilities: EDITING });
    for (const text of [EXAMPLES.wrapped, EXAMPLES.direct])
      for (let length = 0; length <= text.length; length++) {
        const uri = "file:///prefix.json";
        const prefix = text.slice(0, length);
        const position = TextDocument.create(uri, "", 1, prefix).positionAt(length);
        client.open(uri, prefix);
        const [list] = await Promise.all([
          client.at<CompletionList>("completion", uri, position),
          client.at("hover", uri, position),
          client.about("documentSymbol", uri),
          client.about("foldingRange", uri),
        ]);
        assert.ok(Array.isArray(list.items), prefix);
        client.close(uri);
      }
    await client.settled();
    assert.deepEqual(client.log, []);
    await client.stop();
  });
});
