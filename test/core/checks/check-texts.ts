/** What every check says of itself, whatever it looks at. */
import assert from "node:assert/strict";

interface Texts {
  readonly code: string;
  readonly title: string;
  readonly why: string;
}

export function assertTexts({ code, title, why }: Texts): void {
  assert.match(code, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  assert.match(title, /^\S.*[^.\s]$/);
  assert.match(why, /[.!`)]$/);
  assert.ok(why.length > 40, "the reason is hardly one");
}
