/** Values that authors start from, for the fields where some can be named. */
import { fieldNamed, type Field } from "../../protocol/schema.ts";
import { secondsInWords } from "./words.ts";

export interface Sample {
  /** JSON. */
  readonly text: string;
  readonly detail: string;
}

const seconds = (...counts: readonly number[]): Sample[] =>
  counts.map((count) => ({ text: String(count), detail: secondsInWords(count) }));
const durations = (...counts: readonly number[]): Sample[] =>
  counts.map((count) => ({ text: `"${count}s"`, detail: secondsInWords(count) }));
const texts = (samples: Readonly<Record<string, string>>): Sample[] =>
  Object.entries(samples).map(([text, detail]) => ({ text: `"${text}"`, detail }));

/** The best first: it is also what a new member starts with. */
const SAMPLES: Readonly<Record<string, readonly Sample[]>> = {
  "SIPDispatchRuleDirect.room_name": texts({
    "open-room": "one room for all callers",
    "safe-room": "one room for all callers",
  }),
  "SIPDispatchRuleIndividual.room_prefix": texts({
    "call-": "call-_+15550100_<random>",
    call: "call_+15550100_<random>",
  }),
  "SIPDispatchRuleCallee.room_prefix": texts({
    "number-": "number-_+15550199",
    number: "number_+15550199",
  }),
  "SIPDispatchRuleDirect.pin": texts({ "": "no PIN" }),
  "SIPDispatchRuleIndividual.pin": texts({ "": "no PIN" }),
  "SIPDispatchRuleCallee.pin": texts({ "": "no PIN" }),
  "SIPMediaConfig.media_timeout": durations(30, 15, 60, 600),
  "RoomConfiguration.empty_timeout": seconds(300, 60, 600, 3600),
  "RoomConfiguration.departure_timeout": seconds(20, 60, 300),
  "SegmentedFileOutput.segment_duration": seconds(6, 10, 60),
  "ImageOutput.capture_interval": seconds(10, 60),
  "SIPCodec.name": texts({
    PCMU: "G.711 µ-law, 8000 Hz",
    PCMA: "G.711 A-law, 8000 Hz",
    G722: "G.722, 8000 Hz in SDP",
  }),
  "SIPCodec.rate": [{ text: "8000", detail: "PCMU, PCMA and G722" }],
  "EncodingOptions.audio_frequency": [
    { text: "48000", detail: "Hz" },
    { text: "44100", detail: "Hz" },
  ],
  "RoomCompositeEgressRequest.layout": texts({
    grid: "all participants in a grid",
    speaker: "the active speaker large",
    "single-speaker": "only the active speaker",
  }),
};

const NONE: readonly Sample[] = [];
const byField = new Map<number, readonly Sample[]>(
  Object.entries(SAMPLES).map(([path, samples]) => [fieldNamed(path).id, samples]),
);

export function samplesFor(field: Field): readonly Sample[] {
  return byField.get(field.id) ?? NONE;
}
