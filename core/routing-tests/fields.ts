/** Reads the fields of a routing test; what does not fit is named with its place. */
import { Kind, type JsonTree, type Node } from "../json/tree.ts";
import type { Range } from "../problem.ts";
import { candidate, nearest } from "../text/nearest.ts";
import { inWords, quoted } from "../text/show.ts";
import type { TestFileProblem } from "./test-file.ts";

export class Fields {
  readonly problems: TestFileProblem[] = [];

  constructor(readonly tree: JsonTree) {}

  report(place: Range, message: string): void {
    this.problems.push({ start: place.start, end: place.end, message });
  }

  range(node: Node): Range {
    return { start: this.tree.start(node), end: this.tree.end(node) };
  }

  /** The values of an object by name; empty where it is none. @param what as in `A call` */
  members(node: Node, what: string, known: readonly string[]): Map<string, Node> {
    const { tree } = this;
    const found = new Map<string, Node>();
    if (tree.kind(node) !== Kind.Object) {
      this.report(this.range(node), `${what} is an object.`);
      return found;
    }
    for (const key of tree.children(node)) {
      const name = tree.stringValue(key);
      if (!known.includes(name))
        this.report(this.range(key), `${what} has no field ${quoted(name)}.${near(name, known)}`);
      else if (found.has(name)) this.report(this.range(key), `${quoted(name)} is given twice.`);
      else found.set(name, key + 1);
    }
    return found;
  }

  text(node: Node | undefined, name: string): string | undefined {
    if (node === undefined) return undefined;
    if (this.tree.kind(node) === Kind.String) return this.tree.stringValue(node);
    this.report(this.range(node), `${quoted(name)} is a text.`);
    return undefined;
  }

  truth(node: Node | undefined, name: string): boolean | undefined {
    if (node === undefined) return undefined;
    const kind = this.tree.kind(node);
    if (kind === Kind.True || kind === Kind.False) return kind === Kind.True;
    this.report(this.range(node), `${quoted(name)} is true or false.`);
    return undefined;
  }

  list(node: Node | undefined, name: string): readonly Node[] | undefined {
    if (node === undefined) return undefined;
    if (this.tree.kind(node) === Kind.Array) return this.tree.children(node);
    this.report(this.range(node), `${quoted(name)} is a list.`);
    return undefined;
  }
}

function near(name: string, known: readonly string[]): string {
  const found = nearest(
    name,
    known.map((each) => candidate(each, each)),
  );
  return found === undefined ? ` It has ${inWords(known.map(quoted))}.` : ` Did you mean ${quoted(found)}?`;
}
