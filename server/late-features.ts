/** `features.ts`, loaded once. */

export type Features = typeof import("./features.ts");

let loaded: Features | undefined;

/** At once from the second time on. Rejects where the script cannot be loaded; the next request tries again. */
export function lateFeatures(): Features | Promise<Features> {
  return loaded ?? import("./features.ts").then((features) => (loaded = features));
}
