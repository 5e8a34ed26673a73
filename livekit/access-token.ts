/** Tokens for LiveKit's API: ten minutes long, with only the grants that a call needs. */
import { AccessToken } from "livekit-server-sdk";

const SECONDS = 600;

/** What a call needs, by the names of LiveKit's grants (livekit/protocol, auth/grants.go). */
export type Grant =
  | { readonly name: "sip.admin" }
  | { readonly name: "roomList" }
  /** Of one room. */
  | { readonly name: "roomAdmin"; readonly room: string };

/**
 * The SDK's class alone is used: bundlers leave the rest of the package out, among it what writes to the console.
 * It must be given key and secret, or it would look for them in the environment.
 */
export async function signToken(apiKey: string, apiSecret: string, grant: Grant): Promise<string> {
  const token = new AccessToken(apiKey, apiSecret, { ttl: SECONDS });
  if (grant.name === "sip.admin") token.addSIPGrant({ admin: true });
  else if (grant.name === "roomList") token.addGrant({ roomList: true });
  else token.addGrant({ roomAdmin: true, room: grant.room });
  return token.toJwt();
}
