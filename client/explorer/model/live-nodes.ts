/** Under a rule: the rooms in which its callers are now, and who they are. Imports no editor. */
import { RETRY } from "../../live/buttons.ts";
import { latest, type Load } from "../../deployed/load.ts";
import type { LiveCaller, LiveCalls, LiveRoom } from "../../live/live-call.ts";
import { detailText, firstFew, labelText, sentences } from "../../live/safe-text.ts";
import type { Words } from "../../../livekit/words/explain.ts";
import type { Failure } from "../../../livekit/outcome.ts";
import { emptyNode, loadingNode } from "./message-nodes.ts";
import { idBelow, type ExplorerNode } from "./node.ts";

/** @param explain words for a failure in this project */
export function liveNodes(
  rule: ExplorerNode,
  load: Load<LiveCalls>,
  explain: (failure: Failure) => Words,
): readonly ExplorerNode[] {
  const calls = latest(load);
  const nodes = calls?.rooms.map((room) => roomNode(rule, room)) ?? [];
  if (load.kind === "failed") return [callsFailed(rule, explain(load.failure)), ...nodes];
  if (!calls) return [loadingNode(rule, "Looking for live calls…")];
  if (calls.unread > 0) nodes.push(unreadNode(rule, calls.unread));
  return nodes.length > 0 ? nodes : [emptyNode(rule, "No live calls", "nobody came through this rule")];
}

function roomNode(rule: ExplorerNode, room: LiveRoom): ExplorerNode {
  const count = room.callers.length;
  const with_ = room.others.length === 0 ? "" : `, with ${firstFew(room.others)}`;
  const words = `${count} ${count === 1 ? "caller" : "callers"}${with_}`;
  const node: ExplorerNode = {
    id: idBelow(rule.id, "room", room.name),
    kind: "room",
    parent: rule,
    name: room.name,
    label: labelText(room.name),
    description: words,
    icon: "broadcast",
    color: "charts.green",
    contextValue: "liveRoom",
    isExpanded: true,
    spoken: `Room ${labelText(room.name)}, ${words}`,
    tooltip: () => ({
      title: detailText(room.name),
      rows: [
        ...(room.createdAt > 0 ? [["Since", new Date(room.createdAt).toISOString()] as const] : []),
        ...(room.others.length > 0 ? [["Also there", firstFew(room.others, 8)] as const] : []),
      ],
    }),
    children: () => room.callers.map((caller) => callerNode(node, caller)),
  };
  return node;
}

function callerNode(room: ExplorerNode, caller: LiveCaller): ExplorerNode {
  const label = labelText(caller.from === "" ? caller.name || caller.identity : caller.from);
  const words = [caller.to === "" ? "" : `to ${detailText(caller.to)}`, detailText(caller.status)]
    .filter((part) => part !== "")
    .join(" · ");
  return {
    id: idBelow(room.id, caller.identity),
    kind: "participant",
    parent: room,
    name: caller.from === "" ? caller.identity : caller.from,
    label,
    description: words,
    icon: "call-incoming",
    contextValue: "participant",
    spoken: `Caller ${label}, ${words}`,
    tooltip: () => ({
      title: label,
      rows: [
        ["Identity", caller.identity] as const,
        ["Name", caller.name] as const,
        ["Called", caller.to] as const,
        ["Status", caller.status] as const,
        ["Call id", caller.callId] as const,
      ].flatMap(([name, value]) => (value === "" ? [] : [[name, detailText(value)] as const])),
    }),
  };
}

function unreadNode(rule: ExplorerNode, unread: number): ExplorerNode {
  return {
    id: idBelow(rule.id, "unread"),
    kind: "message",
    parent: rule,
    label: `${unread.toLocaleString("en")} more rooms were not looked into`,
    icon: "info",
  };
}

function callsFailed(rule: ExplorerNode, words: Words): ExplorerNode {
  return {
    id: idBelow(rule.id, "failed"),
    kind: "message",
    parent: rule,
    ...(rule.projectId !== undefined && { projectId: rule.projectId }),
    label: detailText(words.what),
    description: detailText(words.advice),
    icon: "error",
    color: "list.errorForeground",
    contextValue: "error",
    spoken: sentences(words.text),
    tooltip: () => ({ title: "", rows: [], notes: [sentences(words.text)] }),
    click: { command: "livekitDispatch.refreshExplorer", title: RETRY, argument: rule },
  };
}
