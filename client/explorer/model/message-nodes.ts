/** Nodes that stand for what is not there: it is loading, it is empty, it failed. Each has a way out. Imports no editor. */
import type { Words } from "../../../livekit/words/explain.ts";
import { BUTTONS, RETRY } from "../../live/buttons.ts";
import { detailText, labelText, sentences } from "../../live/safe-text.ts";
import type { ProjectTarget } from "../targets.ts";
import { idBelow, type Click, type ExplorerNode } from "./node.ts";

export function loadingNode(parent: ExplorerNode, label: string): ExplorerNode {
  return { id: idBelow(parent.id, "loading"), kind: "message", parent, label, icon: "loading~spin" };
}

/** The same for what is read of a project, with the way to end it. */
export function readingNode(parent: ExplorerNode, label: string, projectId: string): ExplorerNode {
  const node: ExplorerNode = {
    ...loadingNode(parent, label),
    projectId,
    contextValue: "reading",
    isExpanded: true,
    children: () => waysOut(node, [STOP], { kind: "project", projectId }),
  };
  return node;
}

export function emptyNode(
  parent: ExplorerNode,
  label: string,
  description?: string,
  click?: Click,
): ExplorerNode {
  return {
    id: idBelow(parent.id, "empty"),
    kind: "message",
    parent,
    label: labelText(label),
    ...(description !== undefined && { description: detailText(description) }),
    icon: "info",
    contextValue: "empty",
    ...(click && { click }),
  };
}

/** Something that a person can do. */
interface WayOut {
  readonly label: string;
  readonly icon: string;
  readonly command: `livekitDispatch.${string}`;
}

const AGAIN: WayOut = { label: RETRY, icon: "refresh", command: "livekitDispatch.refreshExplorer" };
const EDIT = wayOut("editProject", "edit");
const ADD = wayOut("addProject", "add");
const SELECT = wayOut("selectProject", "arrow-swap");
const DEMO = wayOut("openDemoProject", "beaker");
const OUTPUT = wayOut("showOutput", "output");
const STOP = wayOut("stopReading", "close");

function wayOut(command: keyof typeof BUTTONS, icon: string): WayOut {
  return { label: BUTTONS[command], icon, command: `livekitDispatch.${command}` };
}

/** What failed in a project and, under it, what can be done. */
export function failureNode(
  parent: ExplorerNode,
  words: Words,
  { id: projectId, isOwn }: { readonly id: string; readonly isOwn: boolean },
): ExplorerNode {
  const isEntryWrong = words.action === "credentials" || words.action === "address";
  return errorNode(
    idBelow(parent.id, "failed"),
    parent,
    { label: words.what, description: words.advice, whole: words.text, icon: "error" },
    [AGAIN, ...(isEntryWrong && isOwn ? [EDIT] : isEntryWrong ? [ADD] : []), SELECT, DEMO, OUTPUT],
    projectId,
  );
}

/** Why no project is active. */
export function problemNode(problem: string): ExplorerNode {
  const words = {
    label: "No project is active",
    description: problem,
    whole: `No project is active. ${problem}`,
    icon: "warning",
  } as const;
  return errorNode("problem", undefined, words, [AGAIN, SELECT, ADD, DEMO]);
}

function errorNode(
  id: string,
  parent: ExplorerNode | undefined,
  words: {
    readonly label: string;
    readonly description: string;
    readonly whole: string;
    readonly icon: "error" | "warning";
  },
  ways: readonly WayOut[],
  projectId?: string,
): ExplorerNode {
  const target: ProjectTarget | undefined =
    projectId === undefined ? undefined : { kind: "project", projectId };
  const node: ExplorerNode = {
    id,
    kind: "message",
    parent,
    ...(projectId !== undefined && { projectId }),
    label: detailText(words.label),
    description: detailText(words.description),
    icon: words.icon,
    color: `list.${words.icon}Foreground`,
    contextValue: "error",
    isExpanded: true,
    spoken: sentences(words.whole),
    tooltip: () => ({ title: "", rows: [], notes: [sentences(words.whole)] }),
    children: () => waysOut(node, ways, target),
  };
  return node;
}

function waysOut(
  parent: ExplorerNode,
  ways: readonly WayOut[],
  target: ProjectTarget | undefined,
): ExplorerNode[] {
  return ways.map(({ label, icon, command }) => ({
    id: idBelow(parent.id, command),
    kind: "message",
    parent,
    label,
    icon,
    click: { command, title: label, argument: target },
  }));
}
