/** Texts of others where VS Code shows ours: on one line, cut, with nothing in them that it would carry out. */
import { shown } from "../../core/text/show.ts";

const LONGEST_LABEL = 80;
const LONGEST_DETAIL = 300;
const LONGEST_SENTENCES = 1200;

/** For labels of trees, which show text as it is. */
export function labelText(text: string): string {
  return shown(text, LONGEST_LABEL);
}

/** For descriptions and tooltips. */
export function detailText(text: string): string {
  return shown(text, LONGEST_DETAIL);
}

/** For messages with names of others in them, which are told in full. */
export function sentences(text: string): string {
  return shown(text, LONGEST_SENTENCES);
}

/**
 * For notifications, questions and boxes: there VS Code would make a link of `[text](address)` and draw an icon for
 * `$(name)`.
 */
export function messageText(text: string, longest = LONGEST_LABEL): string {
  return withoutIcons(shown(text, longest)).replaceAll("](", "] (");
}

/** For quick picks, the status bar and messages of views, which draw an icon for `$(name)`. */
export function withoutIcons(text: string): string {
  return text.replaceAll("$(", "$ (");
}

/** The first few of a list, and how many more there are: `a, b +3`. */
export function firstFew(texts: readonly string[], most = 2): string {
  const rest = texts.length - most;
  const first = texts.slice(0, most).map((text) => shown(text));
  return rest > 0 ? `${first.join(", ")} +${rest}` : first.join(", ");
}
