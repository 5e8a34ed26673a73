/**
 * Which nodes of a view a command is about. A menu hands over the node that it was opened on, and all that are selected
 * where that is one of them. A key hands over the node that has the focus: that is the one that people see, while the
 * selection may have stayed elsewhere when they moved with the arrow keys. Imports no editor.
 */

/**
 * `args` of a keybinding; VS Code puts the focused node in its place before a command gets it, as it does for the
 * buttons in a view's title (vs/workbench/api/common/extHostTreeViews.ts, `_convertArgument`). Nothing documents this,
 * so where one comes through as it is, what is selected is meant; every change asks first and names its rules.
 */
export interface FocusedNode {
  readonly $treeViewId: string;
  readonly $focusedTreeItem: true;
}

export function isFocusedNode(argument: unknown): argument is FocusedNode {
  return typeof argument === "object" && argument !== null && "$focusedTreeItem" in argument;
}

/**
 * @param selected in the view now
 * @param argument that the command got
 * @param selection that it got beside it: all that are selected, where the argument is one of several
 */
export function meantNodes(
  selected: readonly unknown[],
  argument: unknown,
  selection: readonly unknown[] | undefined,
): readonly unknown[] {
  if (selection && selection.length > 0) return selection;
  if (isFocusedNode(argument) || selected.includes(argument)) return selected;
  return argument === undefined || argument === null ? [] : [argument];
}
