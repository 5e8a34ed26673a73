/** `features.ts`, loaded once. */

export type Features = typeof import("./features.ts");

let loaded: Features | undefined;
let loading: Promise<Features> | undefined;

/** At once when it is there. Rejects where the script cannot be loaded; the next request tries again. */
export function lateFeatures(): Features | Promise<Features> {
  // An editor asks for much at once, and in a worker the client is asked for the script.
  return loaded ?? (loading ??= load());
}

async function load(): Promise<Features> {
  try {
    return (loaded = await import("./features.ts"));
  } finally {
    loading = undefined;
  }
}
