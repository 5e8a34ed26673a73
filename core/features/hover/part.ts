/** What a hover is made of, free of any protocol; `renderHover` makes Markdown of it. */
import type { Range } from "../../problem.ts";
import type { Words } from "./words.ts";

export type HoverPart =
  | {
      readonly kind: "field";
      /** As the document spells it. */
      readonly name: string;
      readonly type: string;
      /** The other spelling that LiveKit reads; `undefined` where there is only one. */
      readonly otherSpelling: string | undefined;
      readonly isDeprecated: boolean;
    }
  /** What LiveKit will do with what stands there. */
  | { readonly kind: "value"; readonly words: Words }
  /** A text of the documentation. `about`: the value that it explains, where it is not the field itself. */
  | { readonly kind: "documentation"; readonly key: string; readonly about?: string };

export interface Hover {
  readonly range: Range;
  readonly parts: readonly HoverPart[];
}
