/** A rule file of the workspace as a node, with its state in words. Imports no editor. */
import { FORM_WORDS } from "../../language/words.ts";
import { detailText, labelText } from "../../live/safe-text.ts";
import { idBelow, lazily, type ExplorerNode } from "../model/node.ts";
import type { FileReport, FileState, RuleState } from "./file-state.ts";
import { notesOn, ruleNotes, ruleSummary, summary } from "./file-words.ts";

interface StateWords {
  readonly label: string;
  readonly icon: string;
  readonly color?: string;
}

export const STATE_WORDS: Readonly<Record<FileState, StateWords>> = {
  inSync: { label: "in sync", icon: "pass", color: "charts.green" },
  differs: { label: "differs", icon: "diff-modified", color: "charts.yellow" },
  notDeployed: { label: "not deployed", icon: "cloud-upload" },
  cannotDeploy: { label: "cannot be deployed", icon: "error", color: "list.errorForeground" },
  unknown: { label: "not compared yet", icon: "question" },
  noRule: { label: "no dispatch rule", icon: "circle-slash" },
};

/** The first ones are what a person has to do something about. */
const STATES = Object.keys({
  cannotDeploy: 0,
  differs: 0,
  notDeployed: 0,
  unknown: 0,
  inSync: 0,
  noRule: 0,
} satisfies Record<FileState, 0>) as readonly FileState[];

/** A file as the view lists it. */
export interface ListedFile<Address> {
  /** As a text, which tells files apart. */
  readonly key: string;
  readonly uri: Address;
  /** The name alone. */
  readonly name: string;
  /** The folder that it lies in, from the workspace's folder; empty for that folder itself. */
  readonly folder: string;
  readonly report: FileReport;
}

export type FileNode<Address> = ExplorerNode & { readonly kind: "file"; readonly uri: Address };

/** @param project the name of the active project, for words; `undefined` for none */
export function fileNodes<Address>(
  files: readonly ListedFile<Address>[],
  project: string | undefined,
): FileNode<Address>[] {
  const rank = ({ report }: ListedFile<Address>): number => STATES.indexOf(report.state);
  return files
    .toSorted((a, b) => rank(a) - rank(b) || compareTexts(a.name, b.name) || compareTexts(a.folder, b.folder))
    .map((file) => fileNode(file, project));
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function fileNode<Address>(file: ListedFile<Address>, project: string | undefined): FileNode<Address> {
  const { report, folder, name, uri } = file;
  const words = STATE_WORDS[report.state];
  const parts = [words.label, ...summary(report), ...(folder === "" ? [] : [detailText(folder)])];
  const node: FileNode<Address> = {
    id: idBelow("file", file.key),
    kind: "file",
    uri,
    parent: undefined,
    label: labelText(name),
    description: parts.join(" · "),
    icon: words.icon,
    ...(words.color !== undefined && { color: words.color }),
    contextValue: `file.${report.state}`,
    spoken: [`Rule file ${labelText(name)}`, ...parts].join(", "),
    tooltip: () => ({
      title: labelText(name),
      rows: [
        ["Form", FORM_WORDS[report.form].label],
        ["State", project === undefined ? words.label : `${words.label}, in project ${labelText(project)}`],
        ...(folder === "" ? [] : [["Folder", detailText(folder)] as const]),
      ],
      notes: notesOn(report).map(detailText),
    }),
    click: { command: "vscode.open", title: "Open", argument: uri },
    ...(report.rules.length > 1 && {
      children: lazily(() => report.rules.map((rule, index) => fileRuleNode(node, rule, index))),
    }),
  };
  return node;
}

function fileRuleNode(parent: ExplorerNode, rule: RuleState, index: number): ExplorerNode {
  const words = STATE_WORDS[rule.state];
  const name = rule.inFile.name === "" ? `rule ${index + 1}` : rule.inFile.name;
  return {
    id: idBelow(parent.id, String(index)),
    kind: "file-rule",
    parent,
    label: labelText(name),
    description: [words.label, ...ruleSummary(rule)].join(" · "),
    icon: words.icon,
    ...(words.color !== undefined && { color: words.color }),
    contextValue: "fileRule",
    tooltip: () => ({
      title: labelText(name),
      rows: [["State", words.label]],
      notes: ruleNotes(rule).map(detailText),
    }),
    ...(parent.click && { click: parent.click }),
  };
}
