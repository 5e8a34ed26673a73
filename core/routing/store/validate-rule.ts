/** `Validate` of what is to be stored (livekit/protocol, livekit/sip.go, livekit/types.go), in its order and words. */
import { readDuration } from "../../protocol/time.ts";
import type { Codec, DispatchRule, MediaConfig } from "../types.ts";
import type { CreateRequest, ListUpdate, RuleUpdate, UpdateRequest } from "./requests.ts";

/** Each returns LiveKit's text, or `undefined` when it accepts. */
export function createFault(request: CreateRequest): string | undefined {
  const { dispatchRule } = request;
  if (!dispatchRule) return ruleFault(request);
  return (dispatchRule.sipDispatchRuleId ?? "") !== "" ? "rule id must not be set" : ruleFault(dispatchRule);
}

export function updateFault({
  sipDispatchRuleId: id = "",
  replace,
  update,
}: UpdateRequest): string | undefined {
  if (id === "") return "rule id must be set";
  if (replace) {
    const { sipDispatchRuleId: inner = "" } = replace;
    if (inner !== "" && inner !== id)
      return "rule id in the info must be empty or match the id in the update";
    return ruleFault(replace);
  }
  return update ? patchFault(update) : "missing or unsupported update action";
}

export function ruleFault(rule: Pick<DispatchRule, "rule" | "media">): string | undefined {
  return rule.rule ? mediaFault(rule.media) : "missing rule";
}

function patchFault({ trunkIds, media }: RuleUpdate): string | undefined {
  return listFault(trunkIds) ?? mediaFault(media);
}

function listFault(list: ListUpdate | undefined): string | undefined {
  if (!list) return undefined;
  const { set = [], add = [], remove = [], clear = false } = list;
  const changes = set.length + add.length + remove.length;
  if (!clear && changes === 0) return "unsupported list update operation";
  if (clear && changes > 0) return "cannot clear and change the list at the same time";
  if (set.length > 0 && changes > set.length) return "cannot set and change the list at the same time";
  return [...set, ...add, ...remove].includes("") ? "empty element in the list" : undefined;
}

function mediaFault(media: MediaConfig | undefined): string | undefined {
  if (!media) return undefined;
  for (const codec of media.codecs ?? []) {
    const fault = codecFault(codec);
    if (fault !== undefined) return fault;
  }
  const timeout = readDuration(media.mediaTimeout ?? "0s");
  if (typeof timeout === "string") return undefined;
  if (timeout.seconds < 0n || timeout.nanos < 0) return "media_timeout must not be negative";
  const isTooLong = timeout.seconds > 600n || (timeout.seconds === 600n && timeout.nanos > 0);
  return isTooLong ? "media_timeout must not exceed 10m0s" : undefined;
}

function codecFault({ name = "" }: Codec): string | undefined {
  if (name === "") return "missing codec name";
  if (/[ \t\n\r]/.test(name)) return "invalid codec name";
  return name.includes("/") ? "codec name must not contain '/'" : undefined;
}
