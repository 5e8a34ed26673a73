/** The inbound trunks that are known, by id and by the numbers that they take. */
import { numberKey } from "../number-key.ts";
import { entryKind } from "../trunk/address-masks.ts";
import type { DispatchRule, InboundTrunk } from "../types.ts";

/** A trunk's own number that is the same as another one for LiveKit. */
export interface OwnNumber {
  readonly trunk: InboundTrunk;
  /** As the trunk has it. */
  readonly number: string;
}

const NONE: readonly never[] = [];
/** By the list of a trunk: as LiveKit compares its numbers. */
const keysOf = new WeakMap<readonly string[], ReadonlySet<string>>();

export class KnownTrunks {
  readonly #byId = new Map<string, InboundTrunk>();
  readonly #byNumber = new Map<string, OwnNumber[]>();

  constructor(private readonly trunks: readonly InboundTrunk[]) {
    for (const trunk of trunks) {
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
    if (trunkIds.length === 0) return this.trunks;
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

/** @param own of a trunk, which very many rules may ask about */
function shareNumber(own: readonly string[] = NONE, others: readonly string[] = NONE): boolean {
  if (own.length === 0 || others.length === 0) return true;
  const keys = keysOf.get(own) ?? new Set(own.map(numberKey));
  keysOf.set(own, keys);
  return others.some((number) => keys.has(numberKey(number)));
}
