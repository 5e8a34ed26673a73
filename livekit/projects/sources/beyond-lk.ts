/** Sources that `lk` does not know. They are asked last, so that they never contradict it. */
import { assembled, complete, type Found } from "../found.ts";
import type { Places, Request } from "../places.ts";

const NAMES = { apiKey: "LIVEKIT_API_KEY", apiSecret: "LIVEKIT_API_SECRET" };

/** The first file with a key or a secret in it. */
export function dotEnvFile(_request: Request, { dotEnv }: Places): Found {
  for (const { place, credentials } of dotEnv) {
    if (credentials.apiKey === undefined && credentials.apiSecret === undefined) continue;
    const found = assembled(credentials, NAMES, place, `${place} has it, a file that lk does not read`);
    return found && "refused" in found ? { ...found, refused: `In ${place} ${found.refused}` } : found;
  }
  return undefined;
}

export function onlyOwnEntry(_request: Request, { own }: Places): Found {
  const [project, ...others] = own;
  if (!project) return undefined;
  if (others.length === 0) return complete(project, "it is the only project that was entered");
  return {
    refused: `There are ${others.length + 1} projects, and none is chosen.`,
    advice: "Choose one.",
  };
}
