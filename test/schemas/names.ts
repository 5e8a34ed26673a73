/** Which names in a document a message knows; the API drops the others, where `lk` and the schemas refuse them. */
import protocol from "../../schemas/messages.json" with { type: "json" };

interface Field {
  readonly name: string;
  readonly json: string;
  readonly kind: string;
  readonly type?: string;
  readonly list?: boolean;
}

const messages: Record<string, readonly Field[] | undefined> = protocol.messages;
const enums = protocol.enums as unknown as Record<string, readonly (readonly [string, number])[]>;

/** Whether `value`, read as `message`, holds a key that is no field, or a text that is no name of its enum. */
export function hasUnknownName(value: unknown, message: string): boolean {
  const fields = messages[message];
  if (!fields || typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.entries(value).some(([key, content]) => {
    const field = fields.find(({ name, json }) => key === name || key === json);
    if (!field) return true;
    const elements: unknown[] = field.list && Array.isArray(content) ? content : [content];
    return elements.some((element) => isUnknownIn(field, element));
  });
}

function isUnknownIn({ kind, type }: Field, value: unknown): boolean {
  if (kind === "message") return hasUnknownName(value, type ?? "");
  return kind === "enum" && typeof value === "string" && !enums[type ?? ""]!.some(([name]) => name === value);
}
