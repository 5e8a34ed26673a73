/** Which numbers of a trunk any rule takes, as far as numbers go. */
import { numberKey } from "../../routing/number-key.ts";
import type { InboundTrunk } from "../../routing/types.ts";
import type { TrunkPicture } from "../check.ts";

export interface ServedTrunk {
  /** How many rules list the trunk, or list none and so are for it too. */
  readonly rules: number;
  /** The numbers of the trunk that no rule takes, in any format. */
  readonly unserved: readonly string[];
}

/** @returns `undefined` where there may be rules that are not known */
export function servedNumbers(trunk: InboundTrunk, picture: TrunkPicture): ServedTrunk | undefined {
  if (!picture.hasAllRules) return undefined;
  // Every rule of the trunk asks for it.
  return picture.memory.of(`served ${trunk.sipTrunkId ?? ""}`, () => gather(trunk, picture));
}

function gather({ sipTrunkId: id = "", numbers = [] }: InboundTrunk, picture: TrunkPicture): ServedTrunk {
  return {
    rules: picture.rules.countOn(id) + picture.rules.countOn(""),
    unserved: numbers.filter((number) => {
      const key = numberKey(number);
      return !picture.rules.takes(id, key) && !picture.rules.takes("", key);
    }),
  };
}
