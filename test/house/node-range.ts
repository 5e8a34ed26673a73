/** The parts of npm's version ranges that packages use to say which Node they run on. */

type Version = readonly [major: number, minor: number, patch: number];

/**
 * Whether a range of the field `engines.node` lets a version in. Throws on what it does not know, so that a new
 * way to write a range is noticed instead of waved through.
 */
export function allowsNode(range: string, version: Version): boolean {
  return range.split("||").some((alternative) => {
    const comparators = alternative
      .trim()
      .replace(/([<>=^~]) +/g, "$1")
      .split(/\s+/);
    return comparators.every((comparator) => allows(comparator, version));
  });
}

function allows(comparator: string, version: Version): boolean {
  if (comparator === "" || comparator === "*") return true;
  const [, sign, numbers] = /^(>=|<=|>|<|=|\^|~|)v?(\d+(?:\.(?:\d+|x))*)$/.exec(comparator) ?? [];
  if (sign === undefined || numbers === undefined) throw new Error(`"${comparator}" is not understood.`);
  const parts = numbers
    .split(".")
    .filter((part) => part !== "x")
    .map(Number);
  const [major = 0, minor = 0, patch = 0] = parts;
  const order = compare(version, [major, minor, patch]);
  switch (sign) {
    case ">=":
      return order >= 0;
    case "<":
      return order < 0;
    case ">":
      return compare(version.slice(0, parts.length), parts) > 0;
    case "<=":
      return compare(version.slice(0, parts.length), parts) <= 0;
    case "^":
      return order >= 0 && version[0] === major;
    case "~":
      return order >= 0 && version[0] === major && (parts.length < 2 || version[1] === minor);
    default:
      return parts.every((part, index) => version[index] === part);
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((part, position) => part !== b[position]);
  return index < 0 ? 0 : a[index]! - b[index]!;
}
