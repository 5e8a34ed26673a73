/** What was changed, newest first, with each rule as it was: for Undo, also after a restart. Imports no editor. */
import type { DeployedRule } from "../../../livekit/rules/deployed-rule.ts";
import { isSame, type ProjectEntry } from "../../projects/project-entry.ts";
import type { Copies } from "../flows/update.ts";

export interface UndoEntry {
  readonly key: string;
  readonly kind: "created" | "updated" | "deleted";
  readonly projectId: string;
  /** Where the project pointed when it was changed: under its name there may be another server by now. */
  readonly host: string;
  readonly apiKey: string;
  readonly ruleId: string;
  readonly name: string;
  /** What was changed in one go is undone in one go. */
  readonly batch: string;
}

/** The rules themselves. */
export interface UndoTexts {
  /** As the server sent it; of a created rule there is none. */
  readonly before?: DeployedRule;
  /** As the server answered the change; unknown where no answer came. */
  readonly after?: string;
}

/** The entries name rules and hold nothing of them; the texts may hold PINs and credentials. */
export interface UndoStorage {
  entries(): readonly UndoEntry[];
  setEntries(entries: readonly UndoEntry[]): Promise<void>;
  texts(key: string): Promise<UndoTexts | undefined>;
  setTexts(key: string, texts: UndoTexts | undefined): Promise<void>;
}

/** Of entries; the oldest go first, but never a part of what was deleted in one go. */
const MOST = 50;

export class UndoLog {
  /** What several changes at once do to the entries happens one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly storage: UndoStorage,
    /** Unique, for keys and batches. */
    readonly newKey: () => string,
  ) {}

  copiesFor(project: ProjectEntry): Copies {
    return {
      keep: async (rule, kind, batch) => {
        const key = this.newKey();
        const { id: ruleId, name } = rule;
        const entry = { key, kind, ...placeOf(project), ruleId, name, batch: batch ?? key };
        await this.#add(entry, { before: rule });
        return key;
      },
      drop: (key) => this.remove([key]),
    };
  }

  /**
   * Never rejects: the rule is there by now, and whoever heard of an error would create it once more.
   * @returns the key of this change; `undefined` where it could not be noted, so that it cannot be undone from here
   */
  async noteCreated(
    project: ProjectEntry,
    { id: ruleId, name, text }: DeployedRule,
  ): Promise<string | undefined> {
    const key = this.newKey();
    try {
      const entry = { key, kind: "created", ...placeOf(project), ruleId, name, batch: key } as const;
      await this.#add(entry, { after: text });
      return key;
    } catch {
      return undefined;
    }
  }

  /**
   * Never rejects, as `noteCreated`: the rule as it was is kept already, and only what it became is missing then.
   * @param after the rule as the server answered
   */
  async noteUpdated(key: string, before: DeployedRule, after: DeployedRule): Promise<void> {
    await this.storage.setTexts(key, { before, after: after.text }).catch(() => undefined);
  }

  /** A rule that was deleted is back under another id: earlier changes of it can still be taken back. */
  async renew(project: ProjectEntry, oldId: string, newId: string): Promise<void> {
    await this.#inTurn(() =>
      this.storage.setEntries(
        this.storage
          .entries()
          .map((entry) =>
            isSame(entry, project) && entry.ruleId === oldId ? { ...entry, ruleId: newId } : entry,
          ),
      ),
    );
  }

  /** What was changed last, or with a certain change; several where they were changed in one go. */
  batch(key?: string): readonly UndoEntry[] {
    const entries = this.storage.entries();
    const wanted =
      key === undefined ? entries[0] : entries.find((entry) => entry.key === key || entry.batch === key);
    return wanted ? entries.filter(({ batch }) => batch === wanted.batch) : [];
  }

  texts(key: string): Promise<UndoTexts | undefined> {
    return this.storage.texts(key);
  }

  async remove(keys: readonly string[]): Promise<void> {
    await this.#inTurn(async () => {
      await this.storage.setEntries(this.storage.entries().filter(({ key }) => !keys.includes(key)));
      for (const key of keys) await this.storage.setTexts(key, undefined);
    });
  }

  /** The copies may hold PINs: they go with the project. */
  async forgetProject(projectId: string): Promise<void> {
    const entries = this.storage.entries().filter((entry) => entry.projectId === projectId);
    await this.remove(entries.map(({ key }) => key));
  }

  #add(entry: UndoEntry, texts: UndoTexts): Promise<void> {
    return this.#inTurn(async () => {
      // First the text: an entry without one would promise what nobody can do.
      await this.storage.setTexts(entry.key, texts);
      const entries = [entry, ...this.storage.entries()];
      const kept = entries.filter(({ batch }, index) => index < MOST || batch === entry.batch);
      await this.storage.setEntries(kept);
      for (const { key } of entries.filter((each) => !kept.includes(each)))
        await this.storage.setTexts(key, undefined);
    });
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

function placeOf({ id, host, apiKey }: ProjectEntry): Pick<UndoEntry, "projectId" | "host" | "apiKey"> {
  return { projectId: id, host, apiKey };
}
