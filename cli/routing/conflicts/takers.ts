/** Which trunks take the calls to a number. */
import { inWords, quoted } from "../../../core/text/show.ts";
import { numberKey } from "../../../core/routing/number-key.ts";
import { trunkName } from "../../../core/routing/reasons/names.ts";
import { entryKind } from "../../../core/routing/trunk/address-masks.ts";
import type { DispatchRule, InboundTrunk } from "../../../core/routing/types.ts";

const MOST_NAMED = 3;

/** The trunks by the numbers that they take. */
export class Takers {
  private readonly byNumber = new Map<string, Set<InboundTrunk>>();
  private readonly byId = new Map<string, InboundTrunk>();

  constructor(trunks: readonly InboundTrunk[]) {
    for (const trunk of trunks) {
      this.byId.set(trunk.sipTrunkId ?? "", trunk);
      for (const key of new Set((trunk.numbers ?? []).map(numberKey)))
        this.byNumber.set(key, (this.byNumber.get(key) ?? new Set()).add(trunk));
    }
  }

  /** Of a rule that lists trunks: none of them is there, or none of them has a number that the rule lists. */
  whyUnreachable({ trunkIds = [], numbers = [] }: DispatchRule): string | undefined {
    if (trunkIds.length === 0) return undefined;
    const trunks = trunkIds.flatMap((id) => this.byId.get(id) ?? []);
    if (trunks.length === 0) return `None of the trunks that it lists is there: ${listed(trunkIds)}.`;
    if (numbers.length === 0) return undefined;
    const takes = (trunk: InboundTrunk): boolean =>
      !trunk.numbers?.length || numbers.some((number) => this.byNumber.get(numberKey(number))?.has(trunk));
    return trunks.some(takes)
      ? undefined
      : `None of its \`numbers\` (${listed(numbers)}) is one of ${inWords(trunks.map(trunkName))}.`;
  }

  /** The one trunk that takes every call to a number, whoever calls from wherever. */
  surelyTaking(number: string): InboundTrunk | undefined {
    const [trunk, ...more] = this.byNumber.get(numberKey(number)) ?? [];
    if (!trunk || more.length > 0 || trunk.allowedNumbers?.length) return undefined;
    const isOpen = (trunk.allowedAddresses ?? []).every((entry) => entryKind(entry) === "ignored");
    return isOpen ? trunk : undefined;
  }
}

function listed(texts: readonly string[]): string {
  const rest = texts.length - MOST_NAMED;
  return inWords([...texts.slice(0, MOST_NAMED).map(quoted), ...(rest > 0 ? [`${rest} more`] : [])]);
}
