/**
 * Whole lists. LiveKit's open-source server answers with everything whatever page is asked for; another may really
 * page. So after each answer the next page is asked for, until one brings nothing new.
 */
import type { JsonTree, Node } from "../core/json/tree.ts";
import { Kind, NONE } from "../core/json/tree.ts";
import type { Outcome } from "./outcome.ts";
import type { ApiCall, CallOptions, Transport } from "./transport.ts";

export interface ListCall<T> extends Omit<ApiCall, "body" | "writes"> {
  /** The filter of the request; `page` is added to it. */
  readonly request: Readonly<Record<string, unknown>>;
  /** @returns `undefined` for an item to pass over */
  readonly read: (tree: JsonTree, item: Node) => T | undefined;
}

export async function listAll<T extends { readonly id: string }>(
  transport: Transport,
  { request, read, ...call }: ListCall<T>,
  options?: CallOptions,
): Promise<Outcome<readonly T[]>> {
  const found = new Map<string, T>();
  let page: object = {};
  for (;;) {
    const body = JSON.stringify({ ...request, ...page });
    const answer = await transport({ ...call, body, writes: false }, options);
    if (!answer.ok) return answer;
    const before = found.size;
    let last = "";
    for (const item of itemsOf(answer.value, "items")) {
      const value = read(answer.value, item);
      if (!value) continue;
      if (!found.has(value.id)) found.set(value.id, value);
      last = value.id;
    }
    if (found.size === before) return { ok: true, value: [...found.values()] };
    page = { page: { after_id: last } };
  }
}

/** The objects in a list of the answer; none where the list is missing or null. */
export function itemsOf(tree: JsonTree, name: string): Node[] {
  const key = tree.member(0, name);
  if (key === NONE || tree.kind(key + 1) !== Kind.Array) return [];
  return [...tree.children(key + 1)].filter((item) => tree.kind(item) === Kind.Object);
}
