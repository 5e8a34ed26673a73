/**
 * What is known of a project beyond the document at hand. Each fact may be unknown (`undefined`), and what is
 * unknown is never held against the author: features stay silent about it.
 */

/** An inbound trunk of the project. */
export interface TrunkFact {
  /** `ST_` and twelve characters: what a rule lists in `trunk_ids`. */
  readonly id: string;
  /** Empty where it has none. */
  readonly name: string;
  /** Its called numbers, as they are stored. */
  readonly numbers: readonly string[];
}

export interface Facts {
  /** The name of the project that they are of. */
  readonly project?: string | undefined;
  /** All inbound trunks of the project. */
  readonly trunks?: readonly TrunkFact[] | undefined;
  /** Names under which agents register in this workspace. */
  readonly agentNames?: readonly string[] | undefined;
  /** Names of attributes that rules and agents of this workspace use. */
  readonly attributeNames?: readonly string[] | undefined;
}

export const NO_FACTS: Facts = {};
