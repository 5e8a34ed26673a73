/**
 * A rule in a file against the rule that is deployed: what a replacement would add, change and clear, field by field
 * with LiveKit's names. Only what makes a difference to LiveKit counts.
 */
import { memberPath } from "./path.ts";
import { plainRule, type Plain, type PlainMessage, type PlainRule } from "./plain-rule.ts";
import { isSameList } from "./same-list.ts";

export interface Difference {
  /** As in `rule.dispatch_rule_direct.room_name`. */
  readonly path: string;
  /** `cleared`: the deployed rule has it and the file does not, so that a replacement takes it away. */
  readonly kind: "added" | "changed" | "cleared";
  readonly before?: Plain;
  readonly after?: Plain;
  /** LiveKit's messages, as far as they are known here, have no such field. */
  readonly isUnknown: boolean;
}

export interface Comparison {
  /** In the order of the deployed rule's fields, then of the file's. */
  readonly differences: readonly Difference[];
  /** What the file says although an absent field would mean the same, as paths. */
  readonly defaults: readonly string[];
}

/** What LiveKit sets. The id says which rule it is and is no part of it. */
const SERVER_FIELDS: ReadonlySet<string> = new Set(["sip_dispatch_rule_id", "created_at", "updated_at"]);

/**
 * @param deployed a rule as the server answers with it, `SIPDispatchRuleInfo` as JSON
 * @param file a rule itself, in either spelling
 * @returns `undefined` where LiveKit could not read one of the two
 */
export function compareRules(deployed: string, file: string): Comparison | undefined {
  const before = plainRule(deployed, "name");
  const after = plainRule(file, "name");
  if (!before || !after) return undefined;
  const unknown = new Set([...before.unknown, ...after.unknown]);
  const differences: Difference[] = [];
  compare(contentOf(before), contentOf(after), "", (found) => {
    differences.push({ ...found, isUnknown: isInside(found.path, unknown) });
  });
  return { differences, defaults: after.defaults.filter((path) => !SERVER_FIELDS.has(path)) };
}

/** The rule without what is the server's. Two rules with the same content have equal texts. */
export function contentText(deployed: string): string | undefined {
  const rule = plainRule(deployed, "name");
  return rule && JSON.stringify(sortedValue(contentOf(rule)));
}

/** What makes a difference to LiveKit. */
export function contentOf({ rule }: PlainRule): PlainMessage {
  const own = Object.entries(rule).filter(([name]) => !SERVER_FIELDS.has(name));
  return withMediaEncryption(Object.fromEntries(own));
}

/**
 * The older `media_encryption` means `media.encryption` where that is not set (livekit/protocol, livekit/sip.go,
 * `Upgrade`): a stored rule has both, a file one of the two.
 */
function withMediaEncryption({ media_encryption: older, ...rule }: PlainMessage): PlainMessage {
  if (older === undefined) return rule;
  const media = isMessage(rule["media"]) ? rule["media"] : {};
  return { ...rule, media: { encryption: older, ...media } };
}

type Found = Omit<Difference, "isUnknown">;

function compare(
  before: Plain | undefined,
  after: Plain | undefined,
  path: string,
  report: (found: Found) => void,
): void {
  if (before === undefined && after === undefined) return;
  const whole = before ?? after;
  if (isMessage(whole) && (before === undefined || after === undefined || isMessage(after))) {
    const [old, now] = [before ?? {}, after ?? {}] as [PlainMessage, PlainMessage];
    const names = new Set([...Object.keys(old), ...Object.keys(now)]);
    // An empty choice is there, or is not.
    if (names.size > 0 || (before !== undefined && after !== undefined)) {
      for (const name of names) compare(own(old, name), own(now, name), memberPath(path, name), report);
      return;
    }
  }
  if (isMessageList(before ?? []) && isMessageList(after ?? []) && Array.isArray(whole)) {
    const [old, now] = [before ?? [], after ?? []] as [readonly Plain[], readonly Plain[]];
    for (let index = 0; index < Math.max(old.length, now.length); index++)
      compare(old[index], now[index], `${path}[${index}]`, report);
    return;
  }
  if (before === undefined) report({ path, kind: "added", ...(after !== undefined && { after }) });
  else if (after === undefined) report({ path, kind: "cleared", before });
  else if (!isSame(before, after, path)) report({ path, kind: "changed", before, after });
}

function isSame(before: Plain, after: Plain, path: string): boolean {
  if (Array.isArray(before) && Array.isArray(after)) return isSameList(before, after, path);
  return JSON.stringify(before) === JSON.stringify(after);
}

function isMessage(value: Plain | undefined): value is PlainMessage {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isMessageList(value: Plain): boolean {
  return Array.isArray(value) && value.every((item: Plain) => isMessage(item));
}

function own(message: PlainMessage, name: string): Plain | undefined {
  return Object.hasOwn(message, name) ? message[name] : undefined;
}

/** Whether a path is one of these or lies inside one. */
function isInside(path: string, places: ReadonlySet<string>): boolean {
  return [...places].some(
    (place) => path === place || (path.startsWith(place) && /[.[]/.test(path[place.length]!)),
  );
}

/** With the members of every object in the order of their names. */
export function sortedValue(value: Plain): Plain {
  if (Array.isArray(value)) return value.map((item: Plain) => sortedValue(item));
  if (!isMessage(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, sortedValue(item)]),
  );
}
