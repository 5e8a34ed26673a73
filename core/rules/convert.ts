/**
 * A rule file in another form: a create request (`wrapped`) as a rule itself (`bare`) and back, a rule out of a
 * list, a list as files. Order, indentation, line ends and spelling stay; no field is lost in silence.
 */
import type { RuleDocument } from "../document.ts";
import { converted, refuse, type Conversion, type FileForm } from "./convert/conversion.ts";
import { convertWrapped, toCreateRequest } from "./convert/single.ts";
import { unreadable } from "./convert/unreadable.ts";
import { convertUpdate } from "./convert/update-request.ts";

export type { Conversion, FileForm, RemovedField } from "./convert/conversion.ts";
export { extractItem, splitList, type RuleFile } from "./convert/list.ts";

/**
 * The document in the form `to`, by edits as small as they can be, so that an editor keeps its cursors. One that
 * has that form is left as it is; as a create request without the server's own fields.
 *
 * Refused are texts that are no JSON, lists, files without a dispatch rule, update requests that only patch, and
 * what stands beside a wrapper: LiveKit ignores it there, and a bare rule has no such place.
 */
export function convertTo(document: RuleDocument, to: FileForm): Conversion {
  const { tree } = document;
  const obstacle = unreadable(tree);
  if (obstacle) return obstacle;
  switch (document.form) {
    case "wrapped":
      return convertWrapped(tree, to);
    case "bare":
      return to === "bare" ? converted(tree, []) : toCreateRequest(tree);
    case "update":
      return convertUpdate(tree, to);
    case "list":
      return refuse("This is a list of rules, and a file has one: take a rule out, or split the list.");
    case "none":
      return refuse("There is nothing of a dispatch rule in this file.");
  }
}
