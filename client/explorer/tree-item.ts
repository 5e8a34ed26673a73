/** A node as VS Code shows it. Nothing in a text of others becomes a link, a command or a picture. */
import * as vscode from "vscode";
import type { ExplorerNode, Tooltip } from "./model/node.ts";

export function treeItem(node: ExplorerNode): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const state = node.children ? (node.isExpanded === true ? Expanded : Collapsed) : None;
  const item = new vscode.TreeItem(node.label, state);
  item.id = node.id;
  if (node.description !== undefined) item.description = node.description;
  if (node.icon !== undefined)
    item.iconPath = new vscode.ThemeIcon(
      node.icon,
      node.color === undefined ? undefined : new vscode.ThemeColor(node.color),
    );
  if (node.contextValue !== undefined) item.contextValue = node.contextValue;
  if (node.click) {
    const { command, title, argument } = node.click;
    item.command = { command, title, arguments: argument === undefined ? [] : [argument] };
  }
  item.accessibilityInformation = { label: node.spoken ?? [node.label, node.description].join(" ").trim() };
  return item;
}

/** Made when somebody points at it. */
export function withTooltip(item: vscode.TreeItem, node: ExplorerNode): vscode.TreeItem {
  item.tooltip = node.tooltip ? markdownOf(node.tooltip()) : node.label;
  return item;
}

export function markdownOf({ title, rows, notes = [] }: Tooltip): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.isTrusted = false;
  text.supportHtml = false;
  if (title !== "") text.appendMarkdown("**").appendText(title).appendMarkdown("**\n\n");
  for (const [name, value] of rows)
    text.appendMarkdown("- ").appendText(`${name}: ${value}`).appendMarkdown("\n");
  for (const note of notes) text.appendMarkdown("\n\n").appendText(note);
  return text;
}
