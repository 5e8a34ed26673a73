/** What a person may enter for a project: `undefined`, or what is wrong with it in a sentence. Imports no editor. */
import { readAddress, type AddressProblem } from "../../livekit/address.ts";

const LONGEST_NAME = 100;

/** @param taken names of other projects entered here */
export function nameProblem(text: string, taken: readonly string[]): string | undefined {
  const name = text.trim();
  if (name === "") return "A project needs a name. It is only for you.";
  if (name.length > LONGEST_NAME) return `The name is longer than ${LONGEST_NAME} characters.`;
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(name)) return "The name has a character that nobody can see.";
  if (taken.includes(name)) return `There is a project "${name}" already.`;
  return undefined;
}

const ADDRESS_WORDS: Readonly<Record<AddressProblem, string>> = {
  empty: "Enter the address of the LiveKit server, as in wss://my-project.livekit.cloud.",
  "not-an-address":
    "This is no address. It looks like wss://my-project.livekit.cloud or http://localhost:7880.",
  scheme: "The address begins with wss, https, ws or http.",
  credentials: "Leave user name and password out of the address: LiveKit uses a key and a secret.",
};

export function addressProblem(text: string): string | undefined {
  const reading = readAddress(text);
  return reading.ok ? undefined : ADDRESS_WORDS[reading.problem];
}

/** What works and is worth a word. */
export function addressWarning(text: string): string | undefined {
  const reading = readAddress(text);
  if (!reading.ok || !reading.address.isInsecure) return undefined;
  return "This address is not encrypted: everybody on the way can read and use what is sent.";
}

export function keyProblem(text: string): string | undefined {
  return oneWord(text, "The API key");
}

/** @param canStay an empty text leaves the secret as it is */
export function secretProblem(text: string, canStay: boolean): string | undefined {
  return canStay && text === "" ? undefined : oneWord(text, "The API secret");
}

function oneWord(text: string, what: string): string | undefined {
  const word = text.trim();
  if (word === "") return `${what} is missing.`;
  return /\s/.test(word) ? `${what} has a blank in it: copy it again.` : undefined;
}
