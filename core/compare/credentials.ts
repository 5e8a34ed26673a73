/** Fields whose values nobody should see in a list of differences. */
import credentials from "../checks/egress-credentials.ts";

/** LiveKit's names of fields that hold a credential, as the check on them knows them. */
const NAMES: ReadonlySet<string> = new Set(credentials.fields?.map((path) => path.split(".")[1] ?? ""));

/** @param path of a difference */
export function isCredential(path: string): boolean {
  const name = /([A-Za-z_]\w*)(?:\[\d+\])*$/.exec(path)?.[1] ?? "";
  return path.startsWith("room_config.") && NAMES.has(name);
}
