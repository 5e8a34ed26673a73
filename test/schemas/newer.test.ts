import assert from "node:assert/strict";
import { test } from "node:test";
import messages from "../../schemas/messages.json" with { type: "json" };
import newer from "../../schemas/newer.json" with { type: "json" };

const known: Record<string, readonly { readonly name: string }[] | undefined> = messages.messages;
const enums = messages.enums as unknown as Record<string, readonly (readonly [string, number])[] | undefined>;

test("what is called newer is not in the protocol that the product is built on", () => {
  assert.notEqual(newer.protocol, messages.protocol);
  for (const [message, fields] of Object.entries(newer.fields)) {
    const names = known[message]?.map(({ name }) => name);
    assert.ok(names, `${message} does not exist`);
    for (const { name } of fields) {
      assert.ok(!names.includes(name), `${message}.${name} is known now: remove it from schemas/newer.json`);
    }
  }
  for (const [name, values] of Object.entries(newer.values)) {
    const names = enums[name]?.map(([value]) => value);
    assert.ok(names, `${name} does not exist`);
    for (const value of values) {
      assert.ok(!names.includes(value), `${name}.${value} is known now: remove it from schemas/newer.json`);
    }
  }
});

test("each newer field has both spellings and a text", () => {
  for (const { name, json, text } of Object.values(newer.fields).flat()) {
    assert.equal(
      json,
      name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    );
    assert.match(text, /^[A-Z].{20,}\.$/);
  }
});
