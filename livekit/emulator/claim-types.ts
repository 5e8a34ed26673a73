/** The types of a token's claims (livekit/protocol, auth/grants.go), with encoding/json's text for a wrong one. */

type Claims = Readonly<Record<string, unknown>>;

interface Type {
  /** JSON's name for what fits. */
  readonly json: "string" | "bool" | "number" | "array" | "object";
  /** Go's name for it. */
  readonly go: string;
}

const TEXT: Type = { json: "string", go: "string" };
const FLAG: Type = { json: "bool", go: "bool" };

const GRANTS: Readonly<Record<string, Type>> = {
  identity: TEXT,
  name: TEXT,
  kind: TEXT,
  roomPreset: TEXT,
  sha256: TEXT,
  metadata: TEXT,
  kindDetails: { json: "array", go: "[]string" },
  attributes: { json: "object", go: "map[string]string" },
  video: { json: "object", go: "auth.VideoGrant" },
  sip: { json: "object", go: "auth.SIPGrant" },
};
const SIP: Readonly<Record<string, Type>> = { admin: FLAG, call: FLAG };
const VIDEO: Readonly<Record<string, Type>> = {
  ...{ roomCreate: FLAG, roomList: FLAG, roomRecord: FLAG, roomAdmin: FLAG, roomJoin: FLAG, room: TEXT },
  ...{
    canPublish: FLAG,
    canSubscribe: FLAG,
    canPublishData: FLAG,
    hidden: FLAG,
    recorder: FLAG,
    agent: FLAG,
  },
};

/** What `jwt.RegisteredClaims` can hold. */
export function hasRegisteredTypes(claims: Claims): boolean {
  const isNullOr = (name: string, test: (value: unknown) => boolean): boolean =>
    claims[name] === undefined || claims[name] === null || test(claims[name]);
  const isText = (value: unknown): boolean => typeof value === "string";
  return (
    ["iss", "sub", "jti"].every((name) => isNullOr(name, isText)) &&
    ["exp", "nbf", "iat"].every((name) => isNullOr(name, (value) => typeof value === "number")) &&
    isNullOr("aud", (value) => isText(value) || (Array.isArray(value) && value.every(isText)))
  );
}

/** The first grant of a wrong type in the words of the server, or `undefined`. */
export function grantsFault(claims: Claims): string | undefined {
  return (
    firstFault(claims, GRANTS, "tokenClaims", "") ??
    firstFault(claims["sip"] as Claims | null, SIP, "SIPGrant", "sip.") ??
    firstFault(claims["video"] as Claims | null, VIDEO, "VideoGrant", "video.")
  );
}

function firstFault(
  fields: Claims | null | undefined,
  types: Readonly<Record<string, Type>>,
  struct: string,
  path: string,
): string | undefined {
  for (const [name, value] of Object.entries(fields ?? {})) {
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    const found = jsonType(value);
    if (!type || found === "null" || found === type.json) continue;
    return `token is malformed: could not JSON decode claim: json: cannot unmarshal ${found} into Go struct field ${struct}.ClaimGrants.${path}${name} of type ${type.go}`;
  }
  return undefined;
}

function jsonType(value: unknown): Type["json"] | "null" {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "boolean") return "bool";
  return typeof value === "string" || typeof value === "number"
    ? (typeof value as "string" | "number")
    : "object";
}
