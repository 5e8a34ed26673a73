/** Words for what a user should know although nothing has failed. */
import type { Warning } from "../client.ts";
import type { Target } from "./target.ts";

const TEXTS: Readonly<Record<Warning, string>> = {
  insecure:
    "the connection is not encrypted, so whoever can watch the network can read PINs and passwords and act with your token for ten minutes. Use `https` or `wss`.",
};

export function explainWarning(warning: Warning, { project, host }: Target): string {
  return `Project "${project}" (${host}): ${TEXTS[warning]}`;
}
