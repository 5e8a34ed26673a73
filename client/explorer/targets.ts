/** What a tree node hands to a command as its argument. Imports nothing of the editor but the type of an address. */
import type * as vscode from "vscode";

export interface RuleTarget {
  readonly kind: "rule";
  readonly projectId: string;
  readonly ruleId: string;
  /** Empty for none. */
  readonly name: string;
}

export interface TrunkTarget {
  readonly kind: "trunk";
  readonly projectId: string;
  readonly trunkId: string;
}

export interface ProjectTarget {
  readonly kind: "project";
  readonly projectId: string;
}

export interface RuleFileTarget {
  readonly kind: "file";
  readonly uri: vscode.Uri;
}

export type ExplorerTarget = RuleTarget | TrunkTarget | ProjectTarget | RuleFileTarget;

export function isRuleTarget(value: unknown): value is RuleTarget {
  return hasKind(value, "rule") && hasText(value, "projectId") && hasText(value, "ruleId");
}

export function isTrunkTarget(value: unknown): value is TrunkTarget {
  return hasKind(value, "trunk") && hasText(value, "projectId") && hasText(value, "trunkId");
}

export function isProjectTarget(value: unknown): value is ProjectTarget {
  return hasKind(value, "project") && hasText(value, "projectId");
}

export function isRuleFileTarget(value: unknown): value is RuleFileTarget {
  return hasKind(value, "file") && typeof (value as { uri?: unknown }).uri === "object";
}

function hasKind(value: unknown, kind: string): value is object {
  return typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === kind;
}

function hasText(value: object, name: string): boolean {
  return typeof (value as Record<string, unknown>)[name] === "string";
}
