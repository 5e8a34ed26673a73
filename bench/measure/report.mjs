// A section's results as a table, every ratio beside its target.

/**
 * @typedef {{ atMost: number } | { atLeast: number }} Target
 * @typedef {{ value: number, target?: Target }} Ratio
 * @typedef {{ name: string, times: Record<string, number>, ratios: Record<string, Ratio> }} Row times in ms
 */

export const atMost = (limit) => ({ atMost: limit });
export const atLeast = (limit) => ({ atLeast: limit });

/** Does the ratio keep to its target? Undefined where there is no target, or nothing was measured. */
export function isMet({ value, target }) {
  if (!target || !Number.isFinite(value)) return undefined;
  return "atMost" in target ? value <= target.atMost : value >= target.atLeast;
}

/** `1234` as "1.23 s": a time in milliseconds with a unit that suits it. */
export function formatTime(ms) {
  if (!Number.isFinite(ms)) return "–";
  if (ms < 0.001) return (ms * 1e6).toFixed(0) + " ns";
  if (ms < 1) return significant(ms * 1e3) + " µs";
  return ms < 1000 ? significant(ms) + " ms" : significant(ms / 1000) + " s";
}

/** "0.42× (≤ 0.6×) met" */
export function formatRatio(ratio) {
  if (!ratio || !Number.isFinite(ratio.value)) return "–";
  const value = significant(ratio.value) + "×";
  const { target } = ratio;
  if (!target) return value;
  const limit = "atMost" in target ? `≤ ${target.atMost}×` : `≥ ${target.atLeast}×`;
  return `${value} (${limit}) ${isMet(ratio) ? "met" : "missed"}`;
}

/**
 * The rows as aligned text. Columns are what the rows have, in the order of first appearance.
 * @param {Row[]} rows
 */
export function formatTable(rows) {
  const times = columns(rows, "times");
  const ratios = columns(rows, "ratios");
  const cells = rows.map((row) => [
    row.name,
    ...times.map((column) => formatTime(row.times[column])),
    ...ratios.map((column) => formatRatio(row.ratios[column])),
  ]);
  const table = [["", ...times, ...ratios], ...cells];
  const widths = table[0].map((_, column) => Math.max(...table.map((line) => line[column].length)));
  return table
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** How many targets of the rows are met and missed. */
export function count(rows) {
  const verdicts = rows.flatMap((row) => Object.values(row.ratios).map(isMet));
  return {
    met: verdicts.filter((verdict) => verdict === true).length,
    missed: verdicts.filter((verdict) => verdict === false).length,
  };
}

const columns = (rows, part) => [...new Set(rows.flatMap((row) => Object.keys(row[part])))];

/** Three digits that mean something. */
function significant(value) {
  if (value >= 100) return value.toFixed(0);
  if (value >= 10) return value.toFixed(1);
  return value >= 0.1 ? value.toFixed(2) : value.toPrecision(2);
}
