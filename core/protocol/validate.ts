/** What LiveKit checks once a request is read: `Validate` of livekit/protocol (livekit/sip.go, types.go). */
import { NONE, type JsonTree, type Node } from "../json/tree.ts";
import { isFilledText, textOf, valueOf } from "./fields.ts";
import type { Refusal } from "./refusal.ts";
import { FLAT, INFO, partsOf, type RuleParts } from "./rule-parts.ts";
import { fieldNamed } from "./schema.ts";
import { partsConflict } from "./self-conflict.ts";
import { validateListUpdate } from "./validate-list-update.ts";
import { validateMedia } from "./validate-media.ts";

const CREATE_RULE = fieldNamed("CreateSIPDispatchRuleRequest.dispatch_rule");
const UPDATE_ID = fieldNamed("UpdateSIPDispatchRuleRequest.sip_dispatch_rule_id");
const REPLACE = fieldNamed("UpdateSIPDispatchRuleRequest.replace");
const UPDATE = fieldNamed("UpdateSIPDispatchRuleRequest.update");
const PATCH_TRUNKS = fieldNamed("SIPDispatchRuleUpdate.trunk_ids");
const PATCH_MEDIA = fieldNamed("SIPDispatchRuleUpdate.media");

/** The value of the wrapper of a create request, or `NONE` for the bare form. */
export function wrappedRule(tree: JsonTree, root: Node): Node {
  return valueOf(tree, root, CREATE_RULE);
}

/** `CreateSIPDispatchRuleRequest.Validate`; with `lk` in between, only the wrapper counts and its media is gone. */
export function validateCreate(tree: JsonTree, root: Node, byLk: boolean, found: Refusal[]): void {
  const wrapped = wrappedRule(tree, root);
  if (wrapped === NONE) {
    const rule = byLk ? NONE : valueOf(tree, root, FLAT.rule);
    if (rule === NONE) found.push({ kind: "no-rule", stage: "validate", text: "missing rule", node: root });
    return;
  }
  const id = valueOf(tree, wrapped, INFO.id);
  if (id !== NONE && textOf(tree, wrapped, INFO.id) !== "")
    found.push({ kind: "rule-id-on-create", stage: "validate", text: "rule id must not be set", node: id });
  validateInfo(tree, wrapped, found, !byLk);
}

/** `SIPDispatchRuleInfo.Validate`. */
export function validateInfo(tree: JsonTree, info: Node, found: Refusal[], withMedia = true): void {
  validateParts(tree, info, partsOf(tree, info), found, withMedia);
}

function validateParts(
  tree: JsonTree,
  info: Node,
  parts: RuleParts,
  found: Refusal[],
  withMedia: boolean,
): void {
  if (parts.rule === NONE)
    found.push({ kind: "no-rule", stage: "validate", text: "missing rule", node: info });
  if (withMedia && parts.media !== NONE) validateMedia(tree, parts.media, found);
}

/**
 * A rule by itself as something to be stored: `Validate`, and for one without an id, which is still to be
 * created, the conflict with itself.
 */
export function validateStored(tree: JsonTree, info: Node, found: Refusal[]): void {
  const parts = partsOf(tree, info);
  validateParts(tree, info, parts, found, true);
  if (parts.id === NONE || !isFilledText(tree, parts.id)) partsConflict(tree, info, INFO, parts, found);
}

/** `UpdateSIPDispatchRuleRequest.Validate`. */
export function validateUpdate(tree: JsonTree, root: Node, found: Refusal[]): void {
  const id = textOf(tree, root, UPDATE_ID);
  if (id === "")
    found.push({ kind: "update-without-id", stage: "validate", text: "rule id must be set", node: root });
  const replace = valueOf(tree, root, REPLACE);
  const update = valueOf(tree, root, UPDATE);
  if (replace === NONE && update === NONE)
    found.push({
      kind: "update-without-action",
      stage: "validate",
      text: "missing or unsupported update action",
      node: root,
    });
  if (replace !== NONE) {
    const inner = textOf(tree, replace, INFO.id);
    if (inner !== "" && inner !== id)
      found.push({
        kind: "update-id-mismatch",
        stage: "validate",
        text: "rule id in the info must be empty or match the id in the update",
        node: valueOf(tree, replace, INFO.id),
      });
    validateInfo(tree, replace, found);
  } else if (update !== NONE) {
    validateListUpdate(tree, valueOf(tree, update, PATCH_TRUNKS), found);
    validateMedia(tree, valueOf(tree, update, PATCH_MEDIA), found);
  }
}
