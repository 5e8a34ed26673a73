/** `--format sarif`: SARIF 2.1.0 (OASIS), written file by file. */
import { allChecks } from "../../core/all-checks.ts";
import type { Problem } from "../../core/problem.ts";
import type { Format } from "./format.ts";
import type { Lines } from "./lines.ts";
import { livekitWords } from "../../core/livekit-words.ts";
import type { CheckedFile, Summary, UnreadableFile } from "./outcome.ts";
import {
  artifactLocation,
  BASE,
  physicalLocation,
  relatedLocation,
  sarifFix,
  type ArtifactLocation,
} from "./sarif-locations.ts";
import { sarifLevel, sarifRule } from "./sarif-rules.ts";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
const ruleIndexes = new Map(allChecks.map((check, index) => [check.code, index]));

export function sarifFormat(version: string): Format {
  const notifications: object[] = [];
  let separator = "\n";
  return {
    start: () => `{"$schema": "${SCHEMA}", "version": "2.1.0", "runs": [{${runHead(version)}, "results": [`,
    *checked({ path, problems, lines }: CheckedFile): Generator<string> {
      const artifact = artifactLocation(path);
      for (const problem of problems) {
        yield separator + JSON.stringify(result(problem, artifact, lines));
        separator = ",\n";
      }
    },
    unreadable({ path, reason }: UnreadableFile): string {
      const location = { physicalLocation: { artifactLocation: artifactLocation(path) } };
      notifications.push({
        level: "error",
        message: { text: `Could not be read: ${reason}` },
        locations: [location],
      });
      return "";
    },
    end: (summary: Summary) => {
      const invocation = {
        executionSuccessful: summary.unreadable === 0,
        toolExecutionNotifications: notifications,
      };
      return `\n], "invocations": [${JSON.stringify(invocation)}]}]}\n`;
    },
  };
}

/** Everything of the run that is known before the first file. */
function runHead(version: string): string {
  const head = {
    tool: { driver: { name: "livekit-dispatch", semanticVersion: version, rules: allChecks.map(sarifRule) } },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { [BASE]: { description: { text: "The folder in which livekit-dispatch ran." } } },
  };
  return JSON.stringify(head).slice(1, -1);
}

function result(problem: Problem, artifact: ArtifactLocation, lines: Lines): object {
  const { code, severity, message, livekit, related, fixes } = problem;
  return {
    ruleId: code,
    ruleIndex: ruleIndexes.get(code) ?? -1,
    level: sarifLevel(severity),
    message: { text: livekit ? `${message}\n${livekitWords(livekit)}` : message },
    locations: [{ physicalLocation: physicalLocation(artifact, lines.region(problem)) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, index) => relatedLocation(place, index, artifact, lines)),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => sarifFix(fix, artifact, lines)) }),
    ...(livekit && {
      properties: { livekit: { by: livekit.by, text: livekit.text, first: livekit.isFirst } },
    }),
  };
}
