/** The claims of a token as Go's types (golang-jwt 5, registered_claims.go; livekit/protocol, auth/grants.go). */
import { readJson } from "../../core/json/reader.ts";
import { Kind, type Node } from "../../core/json/tree.ts";
import { decode } from "../../core/protocol/decoder.ts";
import { decodeText } from "../../core/protocol/livekit-text.ts";
import { messageNamed } from "../../core/protocol/schema.ts";
import type { GoStruct, GoType } from "./go-struct.ts";

const ROOM_CONFIGURATION = messageNamed("RoomConfiguration");
const WRONG = { error: "not one of its types" };

/** `NumericDate`, in seconds; a number in quotes is one as well (`json.Number`). */
const TIME: GoType = {
  read: (tree, node) => {
    const text = tree.kind(node) === Kind.String ? tree.stringValue(node) : tree.raw(node);
    const seconds = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN;
    return Number.isFinite(seconds) ? { value: Math.trunc(seconds) } : WRONG;
  },
};

/** `ClaimStrings`: one text or several. */
const TEXTS: GoType = {
  read: (tree, node) => {
    const isText = (at: Node): boolean => tree.kind(at) === Kind.String;
    const isFine = isText(node) || (tree.kind(node) === Kind.Array && [...tree.children(node)].every(isText));
    return isFine ? { value: [] } : WRONG;
  },
};

/** Read by protojson, whose words begin with a blank that does not break in the builds of this server. */
const ROOM_CONFIG: GoType = {
  read: (tree, node) => {
    const own = readJson(tree.raw(node));
    const [problem] = decode(own, 0, ROOM_CONFIGURATION);
    return problem ? { error: decodeText(own, problem).replace(/^proto: /, "proto:\u00a0") } : { value: {} };
  },
};

const REGISTERED: Readonly<Record<string, GoType>> = {
  ...{ iss: "string", sub: "string", jti: "string" },
  ...{ exp: TIME, nbf: TIME, iat: TIME, aud: TEXTS },
};

/** What a token is first read as: only to know whose key to check it with. Any error in it makes it no token. */
export const REGISTERED_CLAIMS: GoStruct = { name: "jwt.RegisteredClaims", fields: REGISTERED };

const flags = (...names: readonly string[]): Readonly<Record<string, GoType>> =>
  Object.fromEntries(names.map((name) => [name, "bool"]));

/** What it is read as then. The grants stand in `ClaimGrants`, which is a part of it without a name of its own. */
export const CLAIM_GRANTS: GoStruct = {
  name: "auth.tokenClaims",
  embedded: "ClaimGrants",
  fields: {
    ...{ identity: "string", name: "string", kind: "string", kindDetails: "[]string" },
    video: {
      name: "auth.VideoGrant",
      fields: {
        ...flags("roomCreate", "roomList", "roomRecord", "roomAdmin", "roomJoin", "ingressAdmin"),
        ...flags("canPublish", "canSubscribe", "canPublishData", "canUpdateOwnMetadata"),
        ...flags("canSubscribeMetrics", "canManageAgentSession", "hidden", "recorder", "agent"),
        ...{ room: "string", destinationRoom: "string", canPublishSources: "[]string" },
      },
    },
    sip: { name: "auth.SIPGrant", fields: flags("admin", "call") },
    agent: { name: "auth.AgentGrant", fields: flags("admin") },
    inference: { name: "auth.InferenceGrant", fields: flags("perform") },
    observability: { name: "auth.ObservabilityGrant", fields: flags("write") },
    roomConfig: ROOM_CONFIG,
    ...{ roomPreset: "string", sha256: "string", metadata: "string", attributes: "map[string]string" },
  },
};
