/** In what the generations of livekit-server differ for a caller. */

/** Whether the server is that version or an older one. An unknown version counts as newest. */
function isUpTo(server: string, version: readonly number[]): boolean {
  const parts = server.split(".").map(Number);
  if (parts.length < 3 || parts.some(Number.isNaN)) return false;
  for (const [index, part] of version.entries()) {
    const own = parts[index] ?? 0;
    if (own !== part) return own < part;
  }
  return true;
}

/** A call without a rule: dropped without an answer, or, from 1.13.8 on, refused with 404. */
export function dropsWithoutRule(server: string): boolean {
  return isUpTo(server, [1, 13, 7]);
}

/** An empty calling number to a rule that hides numbers ends the server's process (protocol v1.50.5). */
export function crashesOnHiddenEmptyCaller(server: string): boolean {
  return isUpTo(server, [1, 13, 5]);
}

/** No released server has protocol v1.54.0 yet: the newest tried is 1.13.11, with v1.53.1. */
export function comparesHostWithAddresses(server: string): boolean {
  return isUpTo(server, [1, 13, 11]);
}
