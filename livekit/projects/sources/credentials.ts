/** Address, key and secret given one by one: on the command line, and for what is not there in the environment. */
import { assembled, type Found } from "../found.ts";
import type { Places, Request } from "../places.ts";
import { LOCAL_SERVER } from "../project.ts";
import { Secret } from "../secret.ts";

/** What `livekit-server --dev` accepts. */
const DEV_KEY = "devkey";
const DEV_SECRET = "secret";

/** With `--url` or `LIVEKIT_URL` at that address, as with `lk`. It asks for one server: the environment's key steps back. */
export function developmentServer({ isDev, flags }: Request, { environment }: Places): Found {
  if (isDev !== true) return undefined;
  const url = flags?.url ?? environment.url ?? LOCAL_SERVER;
  const project = { name: "dev", url, apiKey: DEV_KEY, apiSecret: new Secret(DEV_SECRET), place: "--dev" };
  return { project, why: "--dev asks for the development server" };
}

/**
 * Value by value an option wins over the environment. An address alone asks for nothing, because programs need it as
 * well; with half of the rest it does, and `lk` would take another project.
 */
export function optionsAndEnvironment({ flags = {}, isDev }: Request, { environment }: Places): Found {
  const url = flags.url ?? environment.url;
  // `--dev` has its own key, and the environment's would only hide it.
  const apiKey = flags.apiKey ?? (isDev === true ? undefined : environment.apiKey);
  const apiSecret = flags.apiSecret ?? (isDev === true ? undefined : environment.apiSecret);
  if (apiKey === undefined && apiSecret === undefined) {
    if (flags.url === undefined || isDev === true) return undefined;
    return {
      refused: "--url is given, and neither a key nor a secret for it.",
      advice:
        "Give --api-key and --api-secret as well, set LIVEKIT_API_KEY and LIVEKIT_API_SECRET, or name a --project.",
    };
  }
  const isFlag = { url: flags.url, apiKey: flags.apiKey, apiSecret: flags.apiSecret };
  const names = {
    apiKey: flags.apiKey === undefined ? "LIVEKIT_API_KEY" : "--api-key",
    apiSecret: flags.apiSecret === undefined ? "LIVEKIT_API_SECRET" : "--api-secret",
  };
  const given = Object.values(isFlag).filter((value) => value !== undefined).length;
  const place = given === 0 ? "environment" : "options";
  const all = { url, apiKey, apiSecret };
  return assembled(all, names, place, whyGiven(given, url));
}

function whyGiven(given: number, url: string | undefined): string {
  const where =
    given === 0
      ? "LIVEKIT_API_KEY and LIVEKIT_API_SECRET are set"
      : given === 3
        ? "--url, --api-key and --api-secret are given"
        : "options give it, and the environment what they lack";
  return url === undefined ? `${where}; without an address it is the server on this machine` : where;
}
