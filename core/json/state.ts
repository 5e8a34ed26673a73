/** What the reader of a text may meet next: up to `Member` a value. */
export const enum State {
  /** The document's value. */
  Root,
  /** Behind `[`. */
  ItemOrEnd,
  /** Behind a comma in an array. */
  Item,
  /** Behind a key and its colon. */
  Member,
  /** Behind `{`. */
  KeyOrEnd,
  /** Behind a comma in an object. */
  Key,
  /** Behind a value. */
  Separator,
}
