import assert from "node:assert/strict";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { sarifFormat } from "../../cli/check/format-sarif.ts";
import { Summary, type CheckedFile, type UnreadableFile } from "../../cli/check/outcome.ts";
import { allChecks as checks } from "../../core/all-checks.ts";
import { checkedFile, placeOf, problem } from "./checked-file.ts";
import { sarifSchema } from "./sarif-schema.ts";

interface Log {
  runs: [
    {
      tool: { driver: { rules: { id: string; defaultConfiguration: { level: string } }[] } };
      results: {
        ruleId: string;
        ruleIndex: number;
        level: string;
        locations: [{ physicalLocation: { artifactLocation: object; region: object } }];
        relatedLocations?: object[];
        fixes?: object[];
      }[];
      invocations: [{ executionSuccessful: boolean; toolExecutionNotifications: object[] }];
    },
  ];
}

const validate = sarifSchema();

function report(files: readonly CheckedFile[], unreadable: readonly UnreadableFile[] = []): Log {
  const format = sarifFormat("1.2.3");
  const summary = new Summary();
  let out = format.start();
  for (const file of files) out += [...format.checked(file)].join("");
  for (const file of unreadable) {
    summary.unreadable++;
    out += format.unreadable(file);
  }
  const log = JSON.parse(out + format.end(summary)) as Log;
  assert.ok(validate(log), JSON.stringify(validate.errors));
  return log;
}

const TEXT = `{\n\t"😀": 1,\n"rule": {}}`;
const CODE = checks[0]!.code;

test("a log without results is valid and knows every check", () => {
  const { tool, invocations } = report([]).runs[0];
  assert.deepEqual(
    tool.driver.rules.map(({ id }) => id),
    checks.map(({ code }) => code),
  );
  assert.deepEqual(invocations, [{ executionSuccessful: true, toolExecutionNotifications: [] }]);
});

test("a result with everything", () => {
  const found = problem(placeOf(TEXT, "1"), {
    code: CODE,
    severity: "hint",
    livekit: { by: "server", text: "missing rule", isFirst: true },
    fixes: [{ title: "Remove it", isSafe: true, edits: [{ ...placeOf(TEXT, "1"), newText: "" }] }],
    related: [{ ...placeOf(TEXT, "{}"), message: "Here." }],
  });
  const { results } = report([checkedFile("rules/a b#1.json", TEXT, [found, { ...found, fixes: [] }])])
    .runs[0];
  assert.equal(results.length, 2);
  const artifactLocation = { uri: "rules/a%20b%231.json", uriBaseId: "%SRCROOT%" };
  const region = { startLine: 2, startColumn: 8, endLine: 2, endColumn: 9 };
  assert.deepEqual(results[0], {
    ruleId: CODE,
    ruleIndex: 0,
    level: "note",
    message: { text: "Something is odd.\nLiveKit answers: missing rule" },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    relatedLocations: [
      {
        id: 1,
        message: { text: "Here." },
        physicalLocation: {
          artifactLocation,
          region: { startLine: 3, startColumn: 9, endLine: 3, endColumn: 11 },
        },
      },
    ],
    fixes: [
      {
        description: { text: "Remove it" },
        artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion: region }] }],
      },
    ],
    properties: { livekit: { by: "server", text: "missing rule", first: true } },
  });
});

test("files elsewhere have an address of their own", () => {
  const uriOf = (name: string): object =>
    report([checkedFile(name, TEXT, [problem(placeOf(TEXT, "1"), { code: CODE })])]).runs[0].results[0]!
      .locations[0].physicalLocation.artifactLocation;
  assert.deepEqual(uriOf("../x.json"), { uri: pathToFileURL(path.resolve("../x.json")).href });
  assert.deepEqual(uriOf(path.resolve("a.json")), { uri: "a.json", uriBaseId: "%SRCROOT%" });
  assert.deepEqual(uriOf("<stdin>"), { uri: "stdin" });
  assert.deepEqual(uriOf("ü/\ud800?.json"), { uri: "%C3%BC/%EF%BF%BD%3F.json", uriBaseId: "%SRCROOT%" });
});

test("files that could not be read are told as such", () => {
  const { invocations } = report([], [{ path: "a.json", reason: "permission denied" }]).runs[0];
  assert.equal(invocations[0].executionSuccessful, false);
  assert.equal(invocations[0].toolExecutionNotifications.length, 1);
});
