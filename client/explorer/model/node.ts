/**
 * A node of a tree: everything that VS Code shows of it, and its children, which are made when they are asked for. A
 * node is made anew whenever something changes; by its id VS Code keeps it expanded and selected. Imports no editor.
 */

/** A heading, rows of a name and a value, and sentences; all of it plain text. */
export interface Tooltip {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, value: string])[];
  readonly notes?: readonly string[];
}

export interface Click {
  readonly command: string;
  /** For a screen reader. */
  readonly title: string;
  readonly argument?: unknown;
}

export interface ExplorerNode {
  /** Of the whole tree, stable over time. */
  readonly id: string;
  readonly kind:
    | "project"
    | "rules"
    | "trunks"
    | "rule"
    | "trunk"
    | "detail"
    | "serving"
    | "more"
    | "room"
    | "participant"
    | "message"
    | "file"
    | "file-rule";
  readonly parent: ExplorerNode | undefined;
  /** The project that it is about. */
  readonly projectId?: string;
  /** In full and as it is, for the clipboard. */
  readonly name?: string;
  readonly label: string;
  readonly description?: string;
  /** The name of a product icon. */
  readonly icon?: string;
  /** The id of a theme color. */
  readonly color?: string;
  /** What menus ask for, as `viewItem`. */
  readonly contextValue?: string;
  readonly isExpanded?: boolean;
  /** What a screen reader says in the place of label and description. */
  readonly spoken?: string;
  readonly tooltip?: () => Tooltip;
  readonly click?: Click;
  /** Absent where there never are any. */
  readonly children?: () => readonly ExplorerNode[];
}

/** An id inside another one; a slash in a name of others cannot be taken for a level. */
export function idBelow(parent: string, ...parts: readonly string[]): string {
  return [parent, ...parts.map((part) => part.replace(/[%/]/g, encodeURIComponent))].join("/");
}

/** Children that are made once, however often they are asked for. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
