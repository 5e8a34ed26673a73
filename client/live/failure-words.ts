/** Words for a failure in a project that the explorer knows. Imports no editor. */
import { readAddress } from "../../livekit/address.ts";
import type { Failure } from "../../livekit/outcome.ts";
import { explain, type Words } from "../../livekit/words/explain.ts";
import type { ProjectEntry } from "../projects/project-entry.ts";

export function failureWords(failure: Failure, { name, host }: ProjectEntry): Words {
  const reading = readAddress(host);
  return explain(failure, {
    project: name,
    host,
    isLoopback: reading.ok && reading.address.isLoopback,
  });
}
