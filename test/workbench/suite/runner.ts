/**
 * Runs tests inside an extension host, where `node:test` is not to be had: in VS Code's own Node and in a browser's
 * worker alike. Each test prints one line, which `hosts/run-suite.ts` reads.
 */

interface Test {
  readonly name: string;
  readonly run: () => Promise<void> | void;
}

const PATIENCE_MS = 30_000;
/** Where more than this fail, something fails that all of them need. */
const ENOUGH_FAILURES = 4;
const tests: Test[] = [];

/** They run one after the other, in the order in which they were declared. */
export function test(name: string, run: () => Promise<void> | void): void {
  tests.push({ name, run });
}

/** @throws when a test has failed, which is how VS Code wants to be told */
export async function runTests(): Promise<void> {
  let failed = 0;
  let passed = 0;
  for (const { name, run } of tests) {
    if (failed > ENOUGH_FAILURES) break;
    const started = Date.now();
    try {
      await inTime(run());
      passed++;
      console.log(`ok - ${name} (${Date.now() - started} ms)`);
    } catch (error) {
      failed++;
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      console.log(`not ok - ${name}\n${text.replace(/^/gm, "    ")}`);
    }
  }
  const left = tests.length - passed - failed;
  console.log(
    `${passed} passed, ${failed} failed${left > 0 ? `, ${left} not run after so many failures` : ""}`,
  );
  if (failed > 0) throw new Error(`${failed} of ${tests.length} tests failed`);
}

async function inTime(running: Promise<void> | void): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    await Promise.race([running, late]);
  } finally {
    clearTimeout(timer);
  }
}
