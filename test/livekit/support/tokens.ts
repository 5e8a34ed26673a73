/** Tokens of every kind, made without the SDK: right ones, wrong ones and broken ones. */
import { createHmac } from "node:crypto";

export interface Pair {
  readonly key: string;
  readonly secret: string;
}

type Claims = Readonly<Record<string, unknown>>;

function base64(value: unknown): string {
  return Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
}

export function signed(
  claims: Claims,
  secret: string,
  header: Claims = { alg: "HS256", typ: "JWT" },
): string {
  const head = `${base64(header)}.${base64(claims)}`;
  if (header["alg"] === "none") return `${head}.`;
  const algorithm = header["alg"] === "HS512" ? "sha512" : "sha256";
  return `${head}.${createHmac(algorithm, secret).update(head).digest("base64url")}`;
}

/** Claims of an ordinary token. */
export function claims(pair: Pair, more: Claims = {}): Claims {
  const now = Math.floor(Date.now() / 1000);
  return { iss: pair.key, nbf: now - 5, exp: now + 600, ...more };
}

const ADMIN = { sip: { admin: true } };

/** The Authorization header for a case's `auth`; `undefined` for none. */
export function authorization(kind: string, pair: Pair): string | undefined {
  const now = Math.floor(Date.now() / 1000);
  const bearer = (more: Claims, secret = pair.secret, header?: Claims): string =>
    `Bearer ${signed(claims(pair, more), secret, header)}`;
  const without = (name: string): string => {
    const { [name]: _, ...rest } = claims(pair, ADMIN);
    return `Bearer ${signed(rest, pair.secret)}`;
  };
  const kinds: Readonly<Record<string, () => string | undefined>> = {
    "sip-admin": () => bearer(ADMIN),
    none: () => undefined,
    "empty-header": () => "",
    "no-grants": () => bearer({}),
    "sip-call-only": () => bearer({ sip: { call: true } }),
    "sip-admin-false": () => bearer({ sip: { admin: false } }),
    "video-admin-only": () =>
      bearer({ video: { roomAdmin: true, roomCreate: true, roomList: true, room: "r" } }),
    expired: () => bearer({ ...ADMIN, nbf: now - 7200, exp: now - 3600 }),
    "expired-30s": () => bearer({ ...ADMIN, nbf: now - 7200, exp: now - 30 }),
    "expired-90s": () => bearer({ ...ADMIN, nbf: now - 7200, exp: now - 90 }),
    "not-yet": () => bearer({ ...ADMIN, nbf: now + 3600, exp: now + 7200 }),
    "not-yet-30s": () => bearer({ ...ADMIN, nbf: now + 30 }),
    "issued-later": () => bearer({ ...ADMIN, iat: now + 3600 }),
    "exp-string": () => bearer({ ...ADMIN, exp: "tomorrow" }),
    "no-exp": () => without("exp"),
    "no-iss": () => without("iss"),
    "wrong-secret": () => bearer(ADMIN, "this-is-not-the-secret-of-the-server"),
    "unknown-key": () => bearer({ ...ADMIN, iss: "nosuchkey" }),
    "alg-none": () => bearer(ADMIN, pair.secret, { alg: "none", typ: "JWT" }),
    "alg-hs512": () => bearer(ADMIN, pair.secret, { alg: "HS512", typ: "JWT" }),
    "not-bearer": () => `Basic ${Buffer.from(`${pair.key}:${pair.secret}`).toString("base64")}`,
    "lower-bearer": () => bearer(ADMIN).replace("Bearer", "bearer"),
    "bearer-empty": () => "Bearer ",
    "bearer-garbage": () => "Bearer garbage",
    "bearer-three-parts": () => "Bearer aaa.bbb.ccc",
    "bare-token": () => bearer(ADMIN).slice("Bearer ".length),
    "room-list": () => bearer({ video: { roomList: true } }),
    "room-create": () => bearer({ video: { roomCreate: true } }),
    "room-all": () => bearer({ video: { roomCreate: true, roomList: true, roomAdmin: true } }),
  };
  const make = kinds[kind];
  if (!make) throw new Error(`unknown kind of credentials: ${kind}`);
  return make();
}
