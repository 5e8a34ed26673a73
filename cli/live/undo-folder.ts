/** Where copies are kept: with what other programs of this user keep between two runs, and not among rule files. */
import { posix, win32 } from "node:path";

/** @returns `undefined` for a user without a home */
export function undoFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | undefined {
  const path = platform === "win32" ? win32 : posix;
  const state = stateFolder(environment, platform);
  // The XDG Base Directory Specification passes over relative paths.
  return state !== undefined && path.isAbsolute(state)
    ? path.join(state, "livekit-dispatch", "undo")
    : undefined;
}

function stateFolder(
  {
    HOME: home = "",
    USERPROFILE: profile = "",
    LOCALAPPDATA: local = "",
    XDG_STATE_HOME: state = "",
  }: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | undefined {
  if (platform === "win32") {
    if (local !== "") return local;
    return profile === "" ? undefined : win32.join(profile, "AppData", "Local");
  }
  if (state.startsWith("/")) return state;
  return home === "" ? undefined : posix.join(home, ".local", "state");
}
