/** What becomes of a draft whose questions are answered: the file, the request, and never nothing at all. Imports no editor. */
import type { Ending } from "./steps.ts";

export interface Ways {
  /** `shown`: it is in a document that waits to be saved; `left`: the person wanted no file. */
  readonly save: () => Promise<"written" | "shown" | "left">;
  /** Absent where there is no project. @returns whether the rule was created; it says itself why not */
  readonly create?: () => Promise<boolean>;
  /** In a document that waits to be saved. */
  readonly show: () => Promise<unknown>;
}

/** @returns `open`: neither created nor saved, and the text is in an editor */
export async function finish(ending: Ending, { save, create, show }: Ways): Promise<"done" | "open"> {
  const saved = ending === "create" ? undefined : await save();
  if (saved === "left") {
    await show();
    return "open";
  }
  if (ending === "save" || !create) return "done";
  if (await create()) return "done";
  // What was answered must not be lost because LiveKit refuses it.
  if (saved === undefined) await show();
  return "open";
}
