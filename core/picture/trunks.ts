/** The inbound trunks that are known, by id and by the numbers that they take. */
import { numberKey } from "../routing/number-key.ts";
import { entryKind } from "../routing/trunk/address-masks.ts";
import type { DispatchRule, InboundTrunk } from "../routing/types.ts";
import type { PictureTrunk } from "./origin.ts";

/** A trunk's own number that is the same as another one for LiveKit. */
export interface OwnNumber {
  readonly trunk: InboundTrunk;
  /** As the trunk has it. */
  readonly number: string;
}

const NONE: readonly never[] = [];

export class Trunks {
  readonly #byId = new Map<string, InboundTrunk>();
  readonly #byNumber = new Map<string, OwnNumber[]>();

  constructor(readonly all: readonly PictureTrunk[]) {
    for (const { trunk } of all) {
      this.#byId.set(trunk.sipTrunkId ?? "", trunk);
      for (const number of trunk.numbers ?? NONE) {
        const key = numberKey(number);
        const owners = this.#byNumber.get(key);
        if (!owners) this.#byNumber.set(key, [{ trunk, number }]);
        else if (!owners.some((owner) => owner.trunk === trunk)) owners.push({ trunk, number });
      }
    }
  }

  get(id: string): InboundTrunk | undefined {
    return this.#byId.get(id);
  }

  /** Those of the rule's trunks that are known; all of them for a rule that lists none. */
  of({ trunkIds = NONE }: DispatchRule): readonly InboundTrunk[] {
    if (trunkIds.length === 0) return this.all.map(({ trunk }) => trunk);
    return [...new Set(trunkIds)].flatMap((id) => this.#byId.get(id) ?? NONE);
  }

  /** The trunks that have a number, however either is written; of those that a rule is for. */
  having(number: string, { trunkIds = NONE }: DispatchRule): readonly OwnNumber[] {
    const owners = this.#byNumber.get(numberKey(number)) ?? NONE;
    if (trunkIds.length === 0) return owners;
    return owners.filter(({ trunk }) => trunkIds.includes(trunk.sipTrunkId ?? ""));
  }

  /** The one trunk that takes every call to a number, whoever calls from wherever. */
  surelyTaking(number: string): InboundTrunk | undefined {
    const [owner, ...more] = this.#byNumber.get(numberKey(number)) ?? NONE;
    if (!owner || more.length > 0) return undefined;
    const { trunk } = owner;
    if (trunk.allowedNumbers?.length) return undefined;
    return (trunk.allowedAddresses ?? NONE).every((entry) => entryKind(entry) === "ignored")
      ? trunk
      : undefined;
  }
}

/** Whether a trunk may take a call to one of these numbers; none stands for any. */
export function mayTake(trunk: InboundTrunk, numbers: readonly string[] = NONE): boolean {
  return shareNumber(trunk.numbers, numbers);
}

/** Whether a trunk may take a call from one of these numbers; none stands for any. */
export function mayLetIn(trunk: InboundTrunk, callers: readonly string[] = NONE): boolean {
  return shareNumber(trunk.allowedNumbers, callers);
}

function shareNumber(a: readonly string[] = NONE, b: readonly string[] = NONE): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const keys = new Set(a.map(numberKey));
  return b.some((number) => keys.has(numberKey(number)));
}
