/** Lines of VS Code's own log that say nothing about the extension. */
const NOISE = [
  /^(?:Resolv(?:ing|ed) connection token|Creating a socket|Invoking resolveAuthority|resolveAuthority)/,
  /^\[(?:AgentHost|AccountPolicyGate|DefaultAccount|Service Worker|lifecycle|chat-stt|driver)/,
  /^\[reconnection-grace-time\]/,
  /^(?:Ignoring fetching additional|Updating additional builtin|Ignoring the error while validating)/,
  /^(?:Started initializing|Completed initializing|Loading development extension)/,
  /^(?:Timed out waiting for authentication provider|Request to 'http.*package\.nls)/,
];

export function isNoise(line: string): boolean {
  return NOISE.some((pattern) => pattern.test(line));
}
