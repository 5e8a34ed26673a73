/**
 * Fields of LiveKit's newest protocol that the descriptors, which follow the npm package, do not know yet.
 * Routing follows the newest; a test holds this table against `schemas/newer.json`.
 */

export interface NewerField {
  readonly name: string;
  readonly json: string;
  /** `other`: passed on as it stands. */
  readonly kind: "bool" | "string" | "enum" | "other";
}

const NEWER_FIELDS: Readonly<Record<string, readonly NewerField[]>> = {
  "livekit.RoomAgentDispatch": [{ name: "thread_id", json: "threadId", kind: "string" }],
  "livekit.SIPInboundTrunkInfo": [
    { name: "ringing_timeout_status", json: "ringingTimeoutStatus", kind: "enum" },
  ],
  "livekit.SIPMediaConfig": [{ name: "drop_audio_during_dtmf", json: "dropAudioDuringDtmf", kind: "bool" }],
  "livekit.StreamOutput": [{ name: "destinations", json: "destinations", kind: "other" }],
};

/** @param message full name, as in `livekit.SIPMediaConfig` */
export function newerFieldOf(message: string, spelling: string): NewerField | undefined {
  return NEWER_FIELDS[message]?.find((field) => field.json === spelling || field.name === spelling);
}

/** For the test. */
export function newerFieldNames(): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(NEWER_FIELDS).map(([message, fields]) => [message, fields.map(({ name }) => name)]),
  );
}

/** @returns `undefined` where the field holds its default, `null` where the value is of the wrong type */
export function newerValue(field: NewerField, value: unknown): unknown {
  switch (field.kind) {
    case "bool":
      return typeof value === "boolean" ? value || undefined : null;
    case "string":
      return typeof value === "string" ? value || undefined : null;
    case "enum":
      if (typeof value === "number") return value === 0 ? undefined : value;
      if (typeof value !== "string") return null;
      return value === "SIP_STATUS_UNKNOWN" ? undefined : value;
    case "other":
      return Array.isArray(value) && value.length === 0 ? undefined : value;
  }
}
