/**
 * The live calls of the rules that somebody looks at: asked for while they are visible, and never otherwise. Imports no
 * editor.
 */
import { latest, type Load } from "../deployed/load.ts";
import type { Deployed } from "../deployed/deployed.ts";
import { pictureOf } from "../deployed/rule-picture.ts";
import type { Projects } from "../projects/projects.ts";
import type { LiveCalls } from "./live-call.ts";
import { readCalls } from "./read-calls.ts";

/** Calls come and go in seconds; a project with many rooms should still not be asked all the time. */
const PAUSE_MS = 10_000;

const UNKNOWN: Load<LiveCalls> = { kind: "unknown" };

export class CallsWatch {
  /** By project, then by rule: those that are looked at. */
  readonly #watched = new Map<string, Map<string, Load<LiveCalls>>>();
  #isVisible = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round: AbortController | undefined;
  /** How often somebody wanted to know. */
  #wishes = 0;

  /** @param changed is called whenever `get` answers something else */
  constructor(
    private readonly projects: Pick<Projects, "connect">,
    private readonly deployed: Pick<Deployed, "get">,
    private readonly changed: () => void,
  ) {}

  get(projectId: string, ruleId: string): Load<LiveCalls> {
    return this.#watched.get(projectId)?.get(ruleId) ?? UNKNOWN;
  }

  /** Somebody looks at the calls of a rule from now on. */
  watch(projectId: string, ruleId: string): void {
    const rules = this.#watched.get(projectId) ?? new Map<string, Load<LiveCalls>>();
    if (rules.has(ruleId)) return;
    this.#watched.set(projectId, rules.set(ruleId, UNKNOWN));
    this.refresh();
  }

  unwatch(projectId: string, ruleId: string): void {
    const rules = this.#watched.get(projectId);
    if (rules?.delete(ruleId) === true && rules.size === 0) this.#watched.delete(projectId);
  }

  unwatchProject(projectId: string): void {
    this.#watched.delete(projectId);
  }

  setVisible(isVisible: boolean): void {
    if (this.#isVisible === isVisible) return;
    this.#isVisible = isVisible;
    if (isVisible) this.refresh();
    else this.#stop();
  }

  /** Asks now; what is under way is not asked a second time. */
  refresh(): void {
    if (!this.#isVisible || this.#watched.size === 0) return;
    this.#wishes++;
    if (!this.#round) void this.#ask();
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    const round = new AbortController();
    this.#round = round;
    const wishes = this.#wishes;
    const before = this.#said();
    await Promise.all(
      [...this.#watched.keys()].map((projectId) => this.#askProject(projectId, round.signal)),
    );
    if (this.#round !== round) return;
    this.#round = undefined;
    if (before !== this.#said()) this.changed();
    if (this.#wishes !== wishes)
      this.refresh(); // somebody began to look meanwhile
    else if (this.#watched.size > 0) this.#timer = setTimeout(() => this.refresh(), PAUSE_MS);
  }

  async #askProject(projectId: string, signal: AbortSignal): Promise<void> {
    const state = latest(this.deployed.get(projectId));
    const project = state && (await this.projects.connect(projectId));
    const watched = this.#watched.get(projectId);
    if (!project || !watched) return;
    const { rulesById } = pictureOf(state);
    for (const id of watched.keys()) if (!rulesById.has(id)) watched.delete(id); // it was deleted
    const rules = new Map([...watched.keys()].map((id) => [id, rulesById.get(id)?.rule ?? {}]));
    const answers = await readCalls(project.client, rules, signal);
    for (const [ruleId, answer] of answers) {
      // Not watched any more, or given up because nobody sees it.
      if (!watched.has(ruleId) || (!answer.ok && answer.failure.kind === "cancelled")) continue;
      const last = latest(watched.get(ruleId) ?? UNKNOWN);
      if (answer.ok) watched.set(ruleId, { kind: "ready", value: answer.value, readAt: Date.now() });
      else watched.set(ruleId, { kind: "failed", failure: answer.failure, ...(last && { last }) });
    }
  }

  /** Everything that is shown. The time of an answer is not. */
  #said(): string {
    const all = [...this.#watched].map(([id, rules]) => [id, [...rules]]);
    return JSON.stringify(all, (key, value: unknown) => (key === "readAt" ? undefined : value));
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#round?.abort();
    this.#round = undefined;
  }

  dispose(): void {
    this.#isVisible = false;
    this.#stop();
  }
}
