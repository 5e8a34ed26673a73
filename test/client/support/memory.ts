/** VS Code's storage as far as our code uses it. */

export class Memory {
  readonly values = new Map<string, unknown>();

  keys(): readonly string[] {
    return [...this.values.keys()];
  }

  // As `vscode.Memento` has it.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  get<T>(key: string): T | undefined;
  get<T>(key: string, otherwise: T): T;
  get(key: string, otherwise?: unknown): unknown {
    return this.values.has(key) ? this.values.get(key) : otherwise;
  }

  update(key: string, value: unknown): Promise<void> {
    // VS Code writes JSON; what does not survive that must not be relied on.
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, JSON.parse(JSON.stringify(value)));
    return Promise.resolve();
  }
}

export class SecretMemory {
  readonly values = new Map<string, string>();
  readonly onDidChange = () => ({ dispose: () => undefined });

  get(key: string): Promise<string | undefined> {
    return Promise.resolve(this.values.get(key));
  }

  store(key: string, value: string): Promise<void> {
    this.values.set(key, value);
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    this.values.delete(key);
    return Promise.resolve();
  }
}
