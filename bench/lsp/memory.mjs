import { readFileSync, readdirSync } from "node:fs";

/**
 * Memory that a process and its children hold (resident set), in MiB; NaN where the system has no /proc.
 * @param {number} pid
 * @returns {number}
 */
export function residentMemory(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const own = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    return childrenOf(pid).reduce((sum, child) => sum + residentMemory(child), own);
  } catch {
    return NaN;
  }
}

function childrenOf(pid) {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean).map(Number),
  );
}
