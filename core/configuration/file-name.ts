/** It is looked for in the folder of a rule file and in those above; the nearest one counts, and no other. */
export const CONFIGURATION_FILE = ".livekit-dispatch.json";
