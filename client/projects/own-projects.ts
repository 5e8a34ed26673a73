/** Projects that the user has entered in VS Code: name, address and key in its storage, the secret in its secret storage. */
import type * as vscode from "vscode";
import type { Project } from "../../livekit/projects/project.ts";
import { Secret } from "../../livekit/projects/secret.ts";

export interface OwnProject {
  readonly name: string;
  /** As it was written; see `readAddress`. */
  readonly url: string;
  readonly apiKey: string;
}

const LIST = "livekitDispatch.projects";
const SECRET = "livekitDispatch.secret:";
const secretKey = (name: string): string => `${SECRET}${name}`;

/** Whether a change of the secret storage is about a project, and not about something else that is kept there. */
export function isProjectSecret(key: string): boolean {
  return key.startsWith(SECRET);
}

/** For words. */
export const OWN_PLACE = "entered in VS Code";

export class OwnProjects {
  constructor(
    private readonly list: vscode.Memento,
    private readonly secrets: vscode.SecretStorage,
  ) {}

  names(): readonly string[] {
    return this.entries().map(({ name }) => name);
  }

  find(name: string): OwnProject | undefined {
    return this.entries().find((each) => each.name === name);
  }

  /** With their secrets; one that cannot be had is empty, and a call with it says so. */
  async projects(): Promise<readonly Project[]> {
    return Promise.all(
      this.entries().map(async (entry) => ({
        ...entry,
        apiSecret: await this.secretOf(entry.name),
        place: OWN_PLACE,
      })),
    );
  }

  /**
   * Adds a project, or puts it in the place of another one.
   * @param secret `undefined`: the replaced one's stays; rejects where it would have to move and cannot be read
   */
  async save(project: OwnProject, secret: Secret | undefined, replaced?: string): Promise<void> {
    // First the secret: an entry without one would be a project that no call can be made to.
    if (secret) await this.secrets.store(secretKey(project.name), secret.reveal());
    else if (replaced !== undefined && replaced !== project.name)
      await this.moveSecret(replaced, project.name);
    const entries = this.entries();
    const at = entries.findIndex(({ name }) => name === replaced);
    const next = at === -1 ? [...entries, project] : entries.with(at, project);
    await this.list.update(LIST, next);
    if (replaced !== undefined && replaced !== project.name) await this.secrets.delete(secretKey(replaced));
  }

  async remove(name: string): Promise<void> {
    await this.list.update(
      LIST,
      this.entries().filter((each) => each.name !== name),
    );
    await this.secrets.delete(secretKey(name));
  }

  private async moveSecret(from: string, to: string): Promise<void> {
    // A keyring that is locked for a moment must not make an empty secret of it.
    const secret = await this.secrets.get(secretKey(from));
    if (secret !== undefined) await this.secrets.store(secretKey(to), secret);
  }

  private async secretOf(name: string): Promise<Secret> {
    try {
      return new Secret((await this.secrets.get(secretKey(name))) ?? "");
    } catch {
      // A system without a keyring; the call that needs the secret says that it is missing.
      return new Secret("");
    }
  }

  private entries(): readonly OwnProject[] {
    const stored: unknown = this.list.get(LIST);
    return Array.isArray(stored) ? stored.filter(isOwnProject) : [];
  }
}

function isOwnProject(value: unknown): value is OwnProject {
  const { name, url, apiKey } = (value ?? {}) as Partial<Record<keyof OwnProject, unknown>>;
  return typeof name === "string" && typeof url === "string" && typeof apiKey === "string";
}
