/** The texts that explain LiveKit's fields, loaded only by who needs them: they are long. */
import type { Field } from "../../core/protocol/schema.ts";

export interface FieldDocumentation {
  readonly text: string;
  readonly default?: string;
  readonly unit?: string;
  readonly example?: unknown;
  /** What LiveKit's documentation gets wrong about it, or what surprises. */
  readonly note?: string;
  readonly link?: string;
}

/** By `livekit.Message.field`, `livekit.Message` and `livekit.Enum.VALUE`. */
export type Documentation = Readonly<Record<string, FieldDocumentation | undefined>>;

export async function loadDocumentation(): Promise<Documentation> {
  const { default: documentation } = await import("../../schemas/documentation.json", {
    with: { type: "json" },
  });
  return documentation;
}

export function documentationOf(documentation: Documentation, field: Field): FieldDocumentation | undefined {
  return documentation[`${field.message.name}.${field.name}`];
}
