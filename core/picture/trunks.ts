/** The inbound trunks of the picture, each with its place. */
import { KnownTrunks } from "../routing/reach/known-trunks.ts";
import type { PictureTrunk } from "./origin.ts";

export class Trunks extends KnownTrunks {
  constructor(readonly all: readonly PictureTrunk[]) {
    super(all.map(({ trunk }) => trunk));
  }
}
