/** The claims of rules as numbers (`rule/claims.ts` says what a claim is). */
import { numberKey } from "../number-key.ts";
import { kindOf } from "../rule/rule-kind.ts";
import type { DispatchRule } from "../types.ts";
import { ClaimTable } from "./claim-table.ts";

const NOTHING: readonly number[] = [];
/** The number of the empty string, which stands for "any". */
const ANY: readonly number[] = [0];

export class ClaimNumbers {
  private readonly table = new ClaimTable();
  private readonly texts = new Map<string, number>([["", 0]]);
  /** As written; two spellings of one number have the same value. */
  private readonly numbers = new Map<string, number>();
  private readonly idOf = (text: string): number => this.textId(text);
  private readonly numberOf = (number: string): number => this.numberId(number);

  /** How much has been gathered, in texts and claims. */
  get size(): number {
    return this.texts.size + this.numbers.size + this.table.size;
  }

  /** @returns the rule's claims in LiveKit's order; equal claims have equal numbers, counted from 0 */
  of(rule: DispatchRule | undefined): readonly number[] {
    const kind = rule && kindOf(rule);
    if (!kind) return NOTHING;
    const pin = this.textId(kind.pin);
    const trunkIds = ids(rule.trunkIds, this.idOf);
    const inboundNumbers = ids(rule.inboundNumbers, this.numberOf);
    const numbers = ids(rule.numbers, this.numberOf);
    const claims: number[] = [];
    for (const trunk of trunkIds)
      for (const inboundNumber of inboundNumbers)
        for (const number of numbers) claims.push(this.table.claim(pin, trunk, inboundNumber, number));
    return claims;
  }

  private textId(text: string): number {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    const id = this.texts.size;
    this.texts.set(text, id);
    return id;
  }

  private numberId(number: string): number {
    const known = this.numbers.get(number);
    if (known !== undefined) return known;
    const id = this.textId(numberKey(number));
    this.numbers.set(number, id);
    return id;
  }
}

/** An empty list stands for one empty value. */
function ids(texts: readonly string[] | undefined, idOf: (text: string) => number): readonly number[] {
  return texts === undefined || texts.length === 0 ? ANY : texts.map(idOf);
}
