/**
 * What livekit-server 1.13.5 makes of a request's token (pkg/service/auth.go; livekit/protocol, auth/verifier.go;
 * golang-jwt 5.3, parser.go and validator.go), with its texts. One of them repeats the whole token, as that server
 * does: who talks to it must never show the text of a 401.
 */

import { CLAIM_GRANTS, REGISTERED_CLAIMS } from "./claim-types.ts";
import { readGoStruct, type GoReading, type GoValue } from "./go-struct.ts";

/** How far the clocks of the two sides may differ, in seconds (`tokenLeeway`). */
const LEEWAY = 60;
const ALGORITHMS = /^(?:none|EdDSA|(?:HS|RS|ES|PS)(?:256|384|512))$/;

export interface KeyPair {
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** The part of a token's grants that the emulated calls look at. */
export interface Grants {
  readonly sipAdmin: boolean;
  readonly sipCall: boolean;
  readonly roomCreate: boolean;
  readonly roomList: boolean;
  readonly roomAdmin: boolean;
  /** The room that `roomAdmin` is about. */
  readonly room: string;
}

/** Grants, or the text of the 401. */
export type Verification = { readonly grants: Grants } | { readonly refusal: string };

type HmacKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** Checks tokens against one pair of key and secret. `now` is in seconds since 1970. */
export type TokenCheck = (token: string, now: number) => Promise<Verification>;

export function tokenCheck({ apiKey, apiSecret }: KeyPair): TokenCheck {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const secret = new TextEncoder().encode(apiSecret);
  let imported: Promise<HmacKey> | undefined;
  return async (token, now) => {
    imported ??= crypto.subtle.importKey("raw", secret, algorithm, false, ["verify"]);
    return verify(token, apiKey, await imported, now);
  };
}

async function verify(token: string, apiKey: string, key: HmacKey, now: number): Promise<Verification> {
  const parsed = parseToken(token);
  if (!parsed) return { refusal: "invalid authorization token" };
  const { claims, grants, algorithm } = parsed;
  const issuer = typeof claims["iss"] === "string" ? claims["iss"] : "";
  if (issuer !== apiKey || issuer === "") return { refusal: `invalid API key: ${issuer}` };
  const invalid = (reason: string): Verification => ({
    refusal: `invalid token: ${token}, error: ${reason}`,
  });
  if (grants.error !== undefined)
    return invalid(`token is malformed: could not JSON decode claim: ${grants.error}`);
  if (algorithm !== "HS256")
    return invalid(`token signature is invalid: signing method ${algorithm} is invalid`);
  const { signature, signed } = parsed;
  if (!(await crypto.subtle.verify("HMAC", key, signature, new TextEncoder().encode(signed))))
    return invalid("token signature is invalid: signature is invalid");
  const faults = [
    ...(isNumber(claims["exp"]) && now >= claims["exp"] + LEEWAY ? ["token is expired"] : []),
    ...(isNumber(claims["nbf"]) && now < claims["nbf"] - LEEWAY ? ["token is not valid yet"] : []),
  ];
  if (faults.length > 0) return invalid(`token has invalid claims: ${faults.join(", ")}`);
  return { grants: readGrants(grants.value) };
}

interface ParsedToken {
  readonly claims: GoValue;
  readonly grants: GoReading;
  readonly algorithm: string;
  readonly signed: string;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** `ParseUnverified` into `RegisteredClaims`; `undefined` for anything that it cannot read. */
function parseToken(token: string): ParsedToken | undefined {
  const parts = token.split(".");
  const [head = "", body = ""] = parts;
  if (parts.length !== 3) return undefined;
  const header = readHeader(head);
  const payload = decodeText(body);
  const registered = payload === undefined ? undefined : readGoStruct(payload, REGISTERED_CLAIMS);
  const grants = payload === undefined ? undefined : readGoStruct(payload, CLAIM_GRANTS);
  const signature = decodeBase64Url(parts[2] ?? "");
  if (!header || !registered || !grants || registered.error !== undefined || !signature) return undefined;
  const algorithm = header["alg"];
  if (typeof algorithm !== "string" || !ALGORITHMS.test(algorithm)) return undefined;
  return { claims: registered.value, grants, algorithm, signed: `${head}.${body}`, signature };
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

/** A map in Go, where casing counts. */
function readHeader(segment: string): GoValue | undefined {
  try {
    const value: unknown = JSON.parse(decodeText(segment) ?? "");
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as GoValue)
      : undefined;
  } catch {
    return undefined;
  }
}

function decodeText(segment: string): string | undefined {
  const bytes = decodeBase64Url(segment);
  return bytes && new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** Base64 for URLs without padding, which is all that golang-jwt takes. */
function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function readGrants(claims: GoValue): Grants {
  const part = (name: string): GoValue => {
    const value = claims[name];
    return typeof value === "object" && value !== null ? (value as GoValue) : {};
  };
  const sip = part("sip");
  const video = part("video");
  return {
    sipAdmin: sip["admin"] === true,
    sipCall: sip["call"] === true,
    roomCreate: video["roomCreate"] === true,
    roomList: video["roomList"] === true,
    roomAdmin: video["roomAdmin"] === true,
    room: typeof video["room"] === "string" ? video["room"] : "",
  };
}
