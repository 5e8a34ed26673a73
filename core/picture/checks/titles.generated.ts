// Written by scripts/generate-checks.mjs from the files of this folder; run `npm run generate`.

/** The titles of the checks by their codes, for who needs nothing else of them. */
export const pictureCheckTitles: Readonly<Record<string, string>> = {
  "agent-not-registered": "Agent that no worker registers",
  "called-number-as-caller": "Called number among the calling ones",
  "conflict-stored-unchecked": "Conflict that LiveKit stores and that breaks calls",
  "duplicate-identity": "Callers who throw each other out of a room",
  "header-onto-sip-attribute": "Trunk that lets callers forge LiveKit's attributes",
  "hidden-number-in-headers": "Hidden number that a trunk's headers show",
  "missing-trunk": "Trunk that the project does not have",
  "number-unlike-trunk": "Number that the trunk has in another format",
  "number-without-rule": "Number that no rule serves",
  "pin-opens-other-room": "PIN that opens another rule's room",
  "pin-prompts-everybody": "PIN that callers of an open rule are asked for",
  "rule-conflict": "Rule that LiveKit refuses beside another one",
  "rule-never-wins": "Rule that no call gets to",
  "stored-rule-breaks-calls": "Deployed rules that break the calls of this one",
  "tie-by-room-name": "Rules between which the room's name decides",
  "trunk-without-rule": "Trunk without any rule",
  "wildcard-beside-trunk-rules": "Rule without a trunk beside rules of trunks",
};
