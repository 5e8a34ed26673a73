/** What can be chosen, before it is known where and how it is put into the text. */
import { quoteString } from "../../json/strings.ts";
import type { CompletionKind } from "./item.ts";

export interface Choice {
  readonly label: string;
  readonly kind: CompletionKind;
  /** JSON, or a snippet of it. */
  readonly newText: string;
  readonly isSnippet: boolean;
  readonly detail: string | undefined;
  readonly documentationKey: string | undefined;
  /** More words under which it is found. */
  readonly alias: string | undefined;
  readonly deprecated: boolean;
  readonly suggestsNext: boolean;
}

const PLAIN: Omit<Choice, "label" | "kind" | "newText"> = {
  isSnippet: false,
  detail: undefined,
  documentationKey: undefined,
  alias: undefined,
  deprecated: false,
  suggestsNext: false,
};

export function makeChoice(choice: Pick<Choice, "label" | "kind" | "newText"> & Partial<Choice>): Choice {
  return { ...PLAIN, ...choice };
}

/** A string that is known to exist somewhere. */
export function knownString(text: string, detail?: string, alias?: string): Choice {
  return makeChoice({ label: text, kind: "fact", newText: quoteString(text), detail, alias });
}
