/** What somebody who may tick several means by Enter. Imports no editor. */

/**
 * @param ticked those with a tick @param focused those that the keyboard is on
 * @returns those with a tick; without one the row that was typed or moved to
 */
export function takenItems<T>(ticked: readonly T[], focused: readonly T[]): readonly T[] {
  return ticked.length > 0 ? ticked : focused.slice(0, 1);
}
