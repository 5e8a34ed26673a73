/** Tokens at the edges of what the recorded cases show; each expectation was seen on livekit-server 1.13.5. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { tokenCheck } from "../../../livekit/emulator/token.ts";
import { signToken } from "../../../livekit/access-token.ts";
import { signed } from "../support/tokens.ts";

const KEY = { apiKey: "devkey", apiSecret: "secret" };
const NOW = 1_700_000_000;
const check = tokenCheck(KEY);
const GOOD = { iss: "devkey", sip: { admin: true } };
const token = (claims: object, header: object = { alg: "HS256" }): string =>
  signed({ ...GOOD, ...claims }, KEY.apiSecret, header as Record<string, unknown>);

/** `ok`, or the text without the token. */
async function verdict(text: string): Promise<string> {
  const result = await check(text, NOW);
  return "refusal" in result ? result.refusal.replace(text, "<token>") : "ok";
}

describe("a token", () => {
  const cases: readonly (readonly [title: string, token: string, verdict: string])[] = [
    ["without times", token({}), "ok"],
    ["with times that are null", token({ exp: null, nbf: null }), "ok"],
    ["expired 59 seconds ago", token({ exp: NOW - 59 }), "ok"],
    [
      "expired 60 seconds ago",
      token({ exp: NOW - 60 }),
      "invalid token: <token>, error: token has invalid claims: token is expired",
    ],
    ["valid in 60 seconds", token({ nbf: NOW + 60 }), "ok"],
    [
      "valid in 61 seconds",
      token({ nbf: NOW + 61 }),
      "invalid token: <token>, error: token has invalid claims: token is not valid yet",
    ],
    [
      "both too old and too new",
      token({ exp: NOW - 70, nbf: NOW + 70 }),
      "invalid token: <token>, error: token has invalid claims: token is expired, token is not valid yet",
    ],
    ["of an algorithm that nobody knows", token({}, { alg: "XX" }), "invalid authorization token"],
    ["without an algorithm", token({}, {}), "invalid authorization token"],
    [
      "of a known algorithm that is not allowed",
      token({}, { alg: "EdDSA" }),
      "invalid token: <token>, error: token signature is invalid: signing method EdDSA is invalid",
    ],
    ["with a subject that is a number", token({ sub: 5 }), "invalid authorization token"],
    ["with an audience that is a number", token({ aud: 5 }), "invalid authorization token"],
    ["with an audience", token({ aud: ["a"] }), "ok"],
    [
      "cut short",
      token({}).slice(0, -1),
      "invalid token: <token>, error: token signature is invalid: signature is invalid",
    ],
    ["with padding", `${token({})}=`, "invalid authorization token"],
    ["with a fourth part", `${token({})}.x`, "invalid authorization token"],
    [
      "with grants that are a text",
      token({ sip: "x" }),
      "invalid token: <token>, error: token is malformed: could not JSON decode claim: json: cannot unmarshal string into Go struct field tokenClaims.ClaimGrants.sip of type auth.SIPGrant",
    ],
    [
      "with a grant that is a number",
      token({ sip: { admin: 1 } }),
      "invalid token: <token>, error: token is malformed: could not JSON decode claim: json: cannot unmarshal number into Go struct field SIPGrant.ClaimGrants.sip.admin of type bool",
    ],
  ];
  for (const [title, text, expected] of cases)
    test(title, async () => assert.equal(await verdict(text), expected));
});

test("the client's own token: ten minutes, only the grant that the call needs", async () => {
  const own = await signToken(KEY.apiKey, KEY.apiSecret, { name: "sip.admin" });
  const claims = JSON.parse(Buffer.from(own.split(".")[1]!, "base64url").toString()) as Record<
    string,
    number
  >;
  const { nbf, exp, ...rest } = claims;
  assert.deepEqual(rest, { iss: "devkey", sip: { admin: true } });
  assert.ok(Math.abs(exp! - nbf! - 600) <= 1);
  const room = await signToken(KEY.apiKey, KEY.apiSecret, { name: "roomAdmin", room: "r" });
  const video = (JSON.parse(Buffer.from(room.split(".")[1]!, "base64url").toString()) as { video: unknown })
    .video;
  assert.deepEqual(video, { roomAdmin: true, room: "r" });
});
