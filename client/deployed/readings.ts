/** What was read of each project, and where: its name stays when it points to another server. Imports no editor. */
import { isSame, type Server } from "../projects/project-entry.ts";
import type { DeployedState, Load } from "./load.ts";
import { UNKNOWN } from "./read-deployed.ts";

export class Readings {
  readonly #loads = new Map<string, Load<DeployedState>>();
  readonly #servers = new Map<string, Server>();

  get(projectId: string): Load<DeployedState> {
    return this.#loads.get(projectId) ?? UNKNOWN;
  }

  set(projectId: string, load: Load<DeployedState>): void {
    this.#loads.set(projectId, load);
  }

  /** What is known from now on was read there. */
  readAt(projectId: string, { host, apiKey }: Server): void {
    this.#servers.set(projectId, { host, apiKey });
  }

  /** Whether what is known was read from another server, or with another key. */
  isFromElsewhere(projectId: string, now: Server): boolean {
    const server = this.#servers.get(projectId);
    return server !== undefined && !isSame(server, now);
  }

  /** @returns whether something was known */
  delete(projectId: string): boolean {
    this.#servers.delete(projectId);
    return this.#loads.delete(projectId);
  }
}
