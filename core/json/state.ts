/** What the reader of a text may meet next. */
export const enum State {
  /** The document's value. */
  Root,
  /** Behind `[`. */
  ItemOrEnd,
  /** Behind a comma in an array. */
  Item,
  /** Behind `{`. */
  KeyOrEnd,
  /** Behind a comma in an object. */
  Key,
  /** Behind a key and its colon. */
  Member,
  /** Behind a value. */
  Separator,
}
