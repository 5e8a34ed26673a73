/** What the host knows about projects beside those entered in the editor: files and environment in Node, nothing in a browser. */
import type { Places } from "../../livekit/projects/places.ts";

/**
 * Reads everything anew; never throws.
 * @param folder on this machine, whose `livekit.toml` and `.env` files count; only ever one that is trusted
 */
export type PlacesReader = (folder: string | undefined) => Places;

/** A browser has no files of `lk` and no environment. */
export const readNoPlaces: PlacesReader = () => ({
  environment: {},
  lkConfig: {
    place: "~/.livekit/cli-config.yaml",
    reading: { ok: true, config: { defaultProject: "", projects: [] } },
    isReadableByOthers: false,
  },
  dotEnv: [],
  own: [],
});
