/** One array for all documents while they are read, longer than they need; each keeps a copy of its own size. */
import { Layout } from "./tree.ts";

const SMALLEST = 1 << 12;
const LARGEST_KEPT = 1 << 22;
/** Two nodes, as many as one step of the reader makes. */
const ROOM = 2 * Layout.Stride;

let kept = grown([], SMALLEST);

export function scratchNodes(): number[] {
  return kept;
}

/** Up to where a step of the reader finds room in an array. */
export function limitOf(nodes: readonly number[]): number {
  return nodes.length - ROOM;
}

/** Makes an array twice as long; returns its new limit. */
export function grow(nodes: number[]): number {
  return limitOf(grown(nodes, nodes.length));
}

/** A copy of the first numbers. */
export function copied(nodes: readonly number[], length: number): number[] {
  const own = nodes.slice(0, length);
  if (nodes.length > LARGEST_KEPT) kept = grown([], SMALLEST);
  return own;
}

/** Filled up, so that the reader never writes behind an array's end: it would have to ask each time. */
function grown(nodes: number[], by: number): number[] {
  for (let i = 0; i < by; i++) nodes.push(0);
  return nodes;
}
