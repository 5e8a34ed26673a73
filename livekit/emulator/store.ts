/**
 * What the emulated server has stored. Every change is made at once and in one step; a journal keeps it beyond the
 * life of the process, and an answer is given only after the journal says that it has.
 */
import { compareBytes } from "../../core/routing/byte-order.ts";
import type { Fields } from "./message-value.ts";

export const KINDS = ["rule", "inboundTrunk", "outboundTrunk", "room", "participant"] as const;
export type Kind = (typeof KINDS)[number];

/** `fields` absent: it was deleted. */
export interface Change {
  readonly kind: Kind;
  readonly id: string;
  readonly fields?: Fields;
}

export interface Journal {
  /** Takes the change for writing, in the order of the calls. */
  append(change: Change): void;
  /** Resolves when everything appended so far will survive a crash; rejects when it will not. */
  settled(): Promise<void>;
}

export interface Stored {
  readonly id: string;
  readonly fields: Fields;
}

export class Store {
  private readonly collections = new Map<Kind, Map<string, Fields>>();
  private readonly sorted = new Map<Kind, readonly Stored[]>();

  /** @param changes what a journal has kept, in its order */
  constructor(
    changes: Iterable<Change> = [],
    private readonly journal?: Journal,
  ) {
    for (const kind of KINDS) this.collections.set(kind, new Map());
    for (const change of changes) this.apply(change);
  }

  get(kind: Kind, id: string): Fields | undefined {
    return this.collection(kind).get(id);
  }

  /** All of a kind by id, as LiveKit sorts them: by bytes. */
  list(kind: Kind): readonly Stored[] {
    const known = this.sorted.get(kind);
    if (known) return known;
    const items = this.unsorted(kind).sort((a, b) => compareBytes(a.id, b.id));
    this.sorted.set(kind, items);
    return items;
  }

  /** In the order in which they came. */
  unsorted(kind: Kind): Stored[] {
    return [...this.collection(kind)].map(([id, fields]) => ({ id, fields }));
  }

  put(kind: Kind, id: string, fields: Fields): void {
    this.change({ kind, id, fields });
  }

  delete(kind: Kind, id: string): void {
    if (this.collection(kind).has(id)) this.change({ kind, id });
  }

  /** Everything there is, as the changes that make it. */
  *contents(): Generator<Change> {
    for (const [kind, collection] of this.collections)
      for (const [id, fields] of collection) yield { kind, id, fields };
  }

  /** Resolves when all changes so far will survive. */
  async settled(): Promise<void> {
    await this.journal?.settled();
  }

  private change(change: Change): void {
    this.apply(change);
    this.journal?.append(change);
  }

  private apply({ kind, id, fields }: Change): void {
    this.sorted.delete(kind);
    if (fields) this.collection(kind).set(id, fields);
    else this.collection(kind).delete(id);
  }

  private collection(kind: Kind): Map<string, Fields> {
    const collection = this.collections.get(kind);
    if (!collection) throw new Error(`no collection of ${kind}`);
    return collection;
  }
}
