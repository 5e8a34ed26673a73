/** A document of which no request can be made. */
import type { Conversion } from "../../core/rules/convert.ts";
import { failed, type Failed } from "../outcome.ts";
import { placeOf } from "./source-place.ts";

export function notSent(document: string, refusal: Extract<Conversion, { readonly ok: false }>): Failed {
  const { reason, range } = refusal;
  return failed({
    kind: "rejected",
    reason: "not-sent",
    message: reason,
    ...(range && { place: placeOf(document, range.start, range.end) }),
    effect: "none",
  });
}
