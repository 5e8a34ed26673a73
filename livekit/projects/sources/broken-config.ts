/** `lk`'s list cannot be read: nobody knows what it would have said. */
import type { Found } from "../found.ts";
import type { Places } from "../places.ts";

export function brokenConfig({ lkConfig: { place, reading } }: Places): Found {
  if (reading.ok) return undefined;
  return {
    refused: `${place} cannot be read: ${reading.problem}.`,
    advice: "Mend it, or make it anew with `lk project add`.",
  };
}
