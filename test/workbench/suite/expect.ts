/** What tests in an extension host assert with: a browser's worker has no `node:assert`. */

const PATIENCE_MS = 15_000;

export function equal(actual: unknown, expected: unknown, what: string): void {
  const [found, wanted] = [JSON.stringify(actual, null, 1), JSON.stringify(expected, null, 1)];
  if (found !== wanted) throw new Error(`${what}\n  is       ${found}\n  but not  ${wanted}`);
}

export function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is missing`);
  return value;
}

/** Waits until what `read` gives equals `expected`; VS Code does most things in its own time. */
export async function eventually(read: () => unknown, expected: unknown, what: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const actual: unknown = await read();
    if (JSON.stringify(actual) === JSON.stringify(expected)) return;
    if (Date.now() > end) equal(actual, expected, `${what}, after ${PATIENCE_MS} ms,`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
