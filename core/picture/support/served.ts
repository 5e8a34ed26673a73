/** Which numbers of a trunk any rule takes, as far as numbers go. */
import { numberKey } from "../../routing/number-key.ts";
import type { InboundTrunk } from "../../routing/types.ts";
import type { Picture } from "../picture.ts";

export interface ServedTrunk {
  /** How many rules list the trunk, or list none and so are for it too. */
  readonly rules: number;
  /** The numbers of the trunk that no rule takes, in any format. */
  readonly unserved: readonly string[];
}

/** @returns `undefined` where there may be rules that are not known */
export function servedNumbers(trunk: InboundTrunk, picture: Picture): ServedTrunk | undefined {
  if (!picture.hasAllRules) return undefined;
  // Every rule of the trunk asks for it.
  return picture.remembered(`served ${trunk.sipTrunkId ?? ""}`, () => gather(trunk, picture));
}

function gather({ sipTrunkId: id = "", numbers = [] }: InboundTrunk, picture: Picture): ServedTrunk {
  return {
    rules: picture.rulesOn(id) + picture.rulesOn(""),
    unserved: numbers.filter((number) => {
      const key = numberKey(number);
      return !picture.takes(id, key) && !picture.takes("", key);
    }),
  };
}
