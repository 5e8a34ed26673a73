/**
 * A message as the emulator keeps it: JSON names, defaults left out, numbers, durations and timestamps in their
 * one form. What routing works on (`core/routing/types.ts`) is the same.
 */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Under this name stands what a binary message had beside the fields that are known, as base64: LiveKit keeps it and
 * answers with it. No request in JSON can bring it, for there it is an unknown name like any other.
 */
export const UNKNOWN = "\u0000unknown";

/** A request's own unknown fields are no part of what it makes. */
export function withoutUnknown({ [UNKNOWN]: _, ...known }: Fields): Fields {
  return known;
}

/** The text of a string field; LiveKit's default where it is absent. */
export function textField(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value : "";
}

/** The texts of a list of strings. */
export function textsField(fields: Fields, name: string): readonly string[] {
  const value = fields[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** A message inside a message; `undefined` where it is absent. */
export function messageField(fields: Fields, name: string): Fields | undefined {
  const value = fields[name];
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

export function messagesField(fields: Fields, name: string): readonly Fields[] {
  const value = fields[name];
  return Array.isArray(value) ? (value as readonly Fields[]) : [];
}

export function numberField(fields: Fields, name: string): number {
  const value = fields[name];
  return typeof value === "number" ? value : 0;
}

export function isTrue(fields: Fields, name: string): boolean {
  return fields[name] === true;
}
