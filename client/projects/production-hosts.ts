/** The servers on which the user wants to be asked twice; known on this computer, in every workspace. */
import type * as vscode from "vscode";

const KEPT = "livekitDispatch.productionHosts";

export class ProductionHosts {
  constructor(private readonly memory: vscode.Memento) {}

  hosts(): ReadonlySet<string> {
    const stored: unknown = this.memory.get(KEPT);
    return new Set(Array.isArray(stored) ? stored.filter((host) => typeof host === "string") : []);
  }

  async mark(host: string, isProduction: boolean): Promise<void> {
    const others = [...this.hosts()].filter((each) => each !== host);
    await this.memory.update(KEPT, isProduction ? [...others, host] : others);
  }
}
