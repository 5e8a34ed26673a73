/** Values of the wrong kind, and what the first fix makes of them. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits } from "../../../core/fixes.ts";
import { problemsIn } from "./marked.ts";

/** Code of the only problem, whether its first fix is safe, and what it makes of the value. */
function fixed(path: string, value: string): [string | undefined, string, string] {
  const [before, behind] = path.split("…") as [string, string];
  const text = before + value + behind;
  const [problem] = problemsIn(text).filter(({ severity }) => severity === "error");
  const [fix] = problem?.fixes ?? [];
  if (!fix) return [problem?.code, "no fix", ""];
  const result = applyEdits(text, fix.edits);
  assert.ok(result.startsWith(before) && result.endsWith(behind), result);
  return [
    problem?.code,
    fix.isSafe ? "safe" : "asked",
    result.slice(before.length, result.length - behind.length),
  ];
}

const PIN = `{"sip_dispatch_rule_id": "SDR_a", "rule": {"dispatchRuleDirect": {"roomName": "a", "pin": …}}}`;
const at = (field: string): string =>
  `{"sip_dispatch_rule_id": "SDR_a", "rule": {"dispatchRuleDirect": {"roomName": "a"}}, ${field}}`;

describe("a value of the wrong type", () => {
  const cases: [string, string, string, string, string][] = [
    [PIN, "12345", "wrong-type", "safe", '"12345"'],
    [PIN, "1e3", "wrong-type", "safe", '"1e3"'],
    [PIN, "true", "wrong-type", "safe", '"true"'],
    [PIN, '["1"]', "wrong-type", "asked", '"1"'],
    [PIN, '["1", "2"]', "wrong-type", "no fix", ""],
    [PIN, "{}", "wrong-type", "no fix", ""],
    [at('"hidePhoneNumber": …'), '"true"', "wrong-type", "safe", "true"],
    [at('"hidePhoneNumber": …'), '"False"', "wrong-type", "safe", "false"],
    [at('"hidePhoneNumber": …'), "1", "wrong-type", "asked", "true"],
    [at('"hidePhoneNumber": …'), '"no"', "wrong-type", "asked", "false"],
    [at('"hidePhoneNumber": …'), '"constructor"', "wrong-type", "no fix", ""],
    [at('"trunkIds": …'), '"ST_abcdefghijkm"', "wrong-type", "safe", '["ST_abcdefghijkm"]'],
    [at('"numbers": …'), "15551234", "wrong-type", "safe", '["15551234"]'],
    [at('"numbers": […]'), "2", "wrong-type", "safe", '"2"'],
    [at('"roomConfig": {"agents": …}'), '{"agentName": "a"}', "wrong-type", "safe", '[{"agentName": "a"}]'],
    [at('"roomConfig": {"agents": …}'), '"a"', "wrong-type", "asked", '[{"agentName": "a"}]'],
    [at('"roomConfig": …'), "[{}]", "wrong-type", "asked", "{}"],
    [at('"roomConfig": …'), '"{\\"name\\": \\"a\\"}"', "wrong-type", "asked", '{"name": "a"}'],
    [at('"roomConfig": {"emptyTimeout": …}'), '" 300 "', "wrong-type", "safe", "300"],
    [at('"roomConfig": {"emptyTimeout": …}'), '"5m"', "wrong-type", "asked", "300"],
    [at('"roomConfig": {"maxParticipants": …}'), '"5m"', "wrong-type", "no fix", ""],
    [at('"roomConfig": {"maxParticipants": …}'), "1.5", "out-of-range", "asked", "2"],
    [at('"roomConfig": {"maxParticipants": …}'), "-1", "out-of-range", "asked", "0"],
    [at('"roomConfig": {"maxParticipants": …}'), "99999999999", "out-of-range", "asked", "4294967295"],
    [at('"attributes": …'), '"{\\"a\\": \\"b\\"}"', "wrong-type", "asked", '{"a": "b"}'],
    [at('"attributes": {"a": …}'), "1.50", "metadata-not-a-string", "safe", '"1.50"'],
    [at('"attributes": {"a": …}'), "null", "null-item", "safe", ""],
    [
      at('"metadata": …'),
      '["a", "\\u00e9\\n"]',
      "metadata-not-a-string",
      "safe",
      '"[\\"a\\", \\"\\\\u00e9\\\\n\\"]"',
    ],
    [at('"metadata": …'), "12", "metadata-not-a-string", "safe", '"12"'],
    [
      at('"media": {"encryption": …}'),
      '"sip_media_encrypt_allow"',
      "unknown-enum-value",
      "safe",
      '"SIP_MEDIA_ENCRYPT_ALLOW"',
    ],
    [
      at('"media": {"encryption": …}'),
      '"REQIRE"',
      "unknown-enum-value",
      "asked",
      '"SIP_MEDIA_ENCRYPT_REQUIRE"',
    ],
    [at('"media": {"mediaTimeout": …}'), "30", "bad-duration", "asked", '"30s"'],
    [at('"media": {"mediaTimeout": …}'), '{"seconds": 30}', "bad-duration", "asked", '"30s"'],
    [at('"media": {"mediaTimeout": …}'), '"500ms"', "bad-duration", "asked", '"0.5s"'],
    [at('"media": {"mediaTimeout": …}'), '"030s"', "bad-duration", "asked", '"30s"'],
    [at('"media": {"mediaTimeout": …}'), '"soon"', "bad-duration", "no fix", ""],
    [at('"media": {"mediaTimeout": …}'), '"601s"', "media-timeout", "asked", '"600s"'],
    [
      at('"media": {"codecs": [{"name": …}]}'),
      '"opus/48000/2"',
      "invalid-codec",
      "safe",
      '"opus", "rate": 48000',
    ],
  ];
  for (const [path, value, ...expected] of cases)
    it(`${value} in ${path.slice(path.indexOf("…") - 22, path.indexOf("…"))}`, () => {
      if (value === "null") assert.equal(fixed(path.replace('"a": …', "…"), '"a": null')[2], "");
      else assert.deepEqual(fixed(path, value), expected);
    });
});

describe("metadata written as JSON", () => {
  it("becomes a string that says exactly the same", () => {
    for (const json of [
      `{"path": "C:\\\\calls\\\\\\"x\\"", "n": 1.0, "big": 12345678901234567890, "a": 1, "a": 2}`,
      `{\n\t"text": "a  b\\n",\r\n  "list": [ 1 ,\n 2 ]\n}`,
      `{"é": "😀\u2028", "slash": "\\/"}`,
    ]) {
      const text = at(`"metadata": ${json}`);
      const [problem] = problemsIn(text).filter(({ code }) => code === "metadata-not-a-string");
      const [fix] = problem?.fixes ?? [];
      assert.ok(fix?.isSafe);
      const { metadata } = JSON.parse(applyEdits(text, fix.edits)) as { metadata: string };
      assert.deepEqual(JSON.parse(metadata), JSON.parse(json));
      if (!/[\r\n]/.test(json)) assert.equal(metadata, json);
      assert.doesNotMatch(metadata, /[\r\n\t]/);
    }
  });

  it("is not mended without asking where it is no JSON", () => {
    const text = at(`"metadata": {"a": 1,}`);
    const [problem] = problemsIn(text).filter(({ code }) => code === "metadata-not-a-string");
    assert.equal(problem?.fixes[0]?.isSafe, false);
  });
});
