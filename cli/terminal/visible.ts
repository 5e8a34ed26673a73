/** Text of others made fit for a terminal; reports that a terminal does not show use the same. */
export { shorten, visible, visibleLines } from "../../core/text/visible.ts";
