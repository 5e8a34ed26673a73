/** The places of several folders as one. Imports no editor. */
import type { Places } from "../../livekit/projects/places.ts";

export interface FolderPlaces {
  /** The folder as the workspace calls it. */
  readonly folder: string;
  readonly places: Places;
}

/**
 * The first folder with a `livekit.toml` speaks for all; where there are several folders, places say which one they
 * lie in.
 * @param elsewhere what is known without any folder
 */
export function mergePlaces(elsewhere: Places, folders: readonly FolderPlaces[]): Places {
  const isOne = folders.length === 1;
  const placeIn = (folder: string, place: string): string => (isOne ? place : `${folder}/${place}`);
  const tomls = folders.flatMap(({ folder, places: { livekitToml: toml } }) =>
    toml ? [{ ...toml, place: placeIn(folder, toml.place) }] : [],
  );
  const saying = tomls.find(({ reading }) => !reading.ok || reading.subdomain !== "");
  return {
    ...elsewhere,
    livekitToml: saying ?? tomls[0],
    dotEnv: folders.flatMap(({ folder, places: { dotEnv } }) =>
      dotEnv.map((file) => ({ ...file, place: placeIn(folder, file.place) })),
    ),
  };
}
