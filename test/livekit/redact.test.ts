import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { signToken } from "../../livekit/access-token.ts";
import { quotable, redact } from "../../livekit/redact.ts";
import { canary } from "./support/canary.ts";

const TOKEN = await signToken("APIkey", canary("redact"), { name: "sip.admin" });

describe("secrets in a text", () => {
  const cases: readonly (readonly [
    title: string,
    text: string,
    secrets: readonly string[],
    clean: string,
  ])[] = [
    [
      "a token in LiveKit's own words",
      `invalid token: ${TOKEN}, error: token is expired`,
      [],
      "invalid token: [hidden], error: token is expired",
    ],
    ["a token without its signature", `see ${TOKEN.split(".").slice(0, 2).join(".")}.`, [], "see [hidden]"],
    ["an Authorization header", "authorization: Bearer abc.def-123", [], "authorization: Bearer [hidden]"],
    ["a basic one", "Authorization: Basic dXNlcjpwYXNz==", [], "Authorization: Basic [hidden]"],
    ["a query", "GET /x?access_token=abcdef&y=1", [], "GET /x?access_token=[hidden]&y=1"],
    ["a field of JSON", `{"api_secret": "hunter22", "a": 1}`, [], `{"api_secret": "[hidden]", "a": 1}`],
    ["a known secret", "got canary-secret here", ["canary-secret"], "got [hidden] here"],
    ["a known secret in an address", "?s=can%20ary%2Fsecret", ["can ary/secret"], "?s=[hidden]"],
    ["a known secret in JSON", `"can\\"ary\\\\secret"`, [`can"ary\\secret`], `"[hidden]"`],
    [
      "nothing of the kind",
      `rule "SDR_x" at my-project.livekit.cloud`,
      ["secret"],
      `rule "SDR_x" at my-project.livekit.cloud`,
    ],
  ];
  for (const [title, text, secrets, clean] of cases)
    test(title, () => assert.equal(redact(text, secrets), clean));
});

test("a text of a server on one line, not too long, and no half of a token at its end", () => {
  assert.equal(quotable("404 page\n\tnot \u202efound\n"), "404 page not found");
  const long = quotable("x".repeat(580) + " " + TOKEN);
  assert.equal(long, "x".repeat(580) + " [hidden]");
  assert.equal(quotable("y".repeat(1000)).length, 601);
});
