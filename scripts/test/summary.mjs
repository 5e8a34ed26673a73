// @ts-check
// The table at the end of `npm test` and its closing line.

/** @param {readonly import("./run-layer.mjs").Count[]} counts */
export function summaryTable(counts) {
  const width = Math.max(...counts.map(({ name }) => name.length));
  const cell = (/** @type {number} */ value) => String(value).padStart(7);
  const rows = counts.map(({ name, passed, failed, skipped }) =>
    [
      `${name.padEnd(width)} ${cell(passed)} ${cell(failed)} ${cell(skipped.length)}`,
      ...reasons(skipped),
    ].join("\n"),
  );
  return [`${"".padEnd(width)}  passed  failed skipped`, ...rows].join("\n");
}

/** @param {readonly string[]} skipped */
function reasons(skipped) {
  return [...new Set(skipped)].map((reason) => {
    const times = skipped.filter((other) => other === reason).length;
    return `    skipped ${times}: ${reason}`;
  });
}

/** `N passed, N failed`, and what was skipped. @param {readonly import("./run-layer.mjs").Count[]} counts */
export function closingLine(counts) {
  const sum = (/** @type {(count: import("./run-layer.mjs").Count) => number} */ of) =>
    counts.reduce((total, count) => total + of(count), 0);
  const skipped = sum((count) => count.skipped.length);
  const line = `${sum((count) => count.passed)} passed, ${sum((count) => count.failed)} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}
