/** A document as people and `lk` write it: two spaces, a line break at the end. */
export const print = (value) => flat(JSON.stringify(value, null, 2) + "\n");

/** The text as an editor or a file gives it: one flat string, not a rope of pieces that slows every read. */
export const flat = (text) => Buffer.from(text, "utf8").toString("utf8");
