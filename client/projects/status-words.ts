/** The active project in the status bar: what stands there, and what somebody sees who points at it. Imports no editor. */
import { detailText, labelText, withoutIcons } from "../live/safe-text.ts";
import type { Tooltip } from "../explorer/model/node.ts";
import type { ProjectEntry } from "./project-entry.ts";

export interface ActiveInWords {
  readonly entry: ProjectEntry;
  readonly why: string;
  readonly lkNote?: string | undefined;
  readonly warnings: readonly string[];
}

export interface StatusWords {
  readonly text: string;
  readonly spoken: string;
  readonly tooltip: Tooltip;
  readonly isAlarming: boolean;
}

/** @returns `undefined`: nothing is set up anywhere, and there is nothing to say */
export function statusWords(
  active: ActiveInWords | undefined,
  problem: string | undefined,
): StatusWords | undefined {
  if (active) return activeWords(active);
  if (problem === undefined) return undefined;
  return {
    text: "$(warning) LiveKit: no project",
    spoken: `LiveKit: no project is active. ${detailText(problem)}`,
    tooltip: {
      title: "No project is active",
      rows: [],
      notes: [detailText(problem), "Click to choose one."],
    },
    isAlarming: false,
  };
}

function activeWords({ entry, why, lkNote, warnings }: ActiveInWords): StatusWords {
  const { host, place, isProduction, isDemo } = entry;
  const name = labelText(entry.name);
  const icon = isDemo ? "$(beaker)" : isProduction ? "$(shield)" : "$(radio-tower)";
  const hasNotes = lkNote !== undefined || warnings.length > 0;
  return {
    text: `${icon} ${withoutIcons(name)}${hasNotes ? " $(info)" : ""}`,
    spoken: [
      `LiveKit project ${name}`,
      ...(isProduction ? ["production"] : []),
      ...(isDemo ? ["emulated"] : [`server ${detailText(host)}`]),
      `active because ${detailText(why)}`,
    ].join(", "),
    tooltip: {
      title: `LiveKit project ${name}`,
      rows: [
        ["Server", isDemo ? "emulated here, nothing is sent anywhere" : detailText(host)],
        ["Active because", detailText(why)],
        ["Comes from", detailText(place)],
        ...(isProduction ? [["Production", "every change asks for the project's name"] as const] : []),
      ],
      notes: [
        ...(lkNote === undefined ? [] : [`Note: ${detailText(lkNote)}.`]),
        ...warnings.map(detailText),
        "Click to choose another project.",
      ],
    },
    isAlarming: isProduction,
  };
}
