/** The questions that the guided flow asks, and what is answered for the rule of these tests. */

/** What is asked, and what is typed; nothing: what stands there. */
export type Answer = readonly [title: string, text?: string];

/** All but the last question, which is what to do with the rule. */
export const FRONT_DESK: readonly Answer[] = [
  ["Where do calls go?"],
  ["Room", "front-desk"],
  ["PIN", "4711"],
  ["Trunks"],
  ["Called numbers", "+15105550177"],
  ["Agent"],
  ["The caller's number"],
  ["Name of the rule", "Front desk"],
];
