/** As in the manifest, which gives it to files by their names; anybody can give it to another file. */
export const LANGUAGE_ID = "livekit-dispatch-rule";
