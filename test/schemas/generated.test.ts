import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { COMMAND, generatedFiles, placeOf, staleFiles } from "../../scripts/schemas/generated-files.mjs";
import { readProtocol } from "../../scripts/schemas/read-protocol.mjs";

test("the generated files are those that the protocol and the texts give", () => {
  assert.deepEqual(staleFiles(), [], `Stale files in schemas/; write them anew with: ${COMMAND}`);
});

test("the generator writes the same twice", () => {
  assert.deepEqual(generatedFiles(), generatedFiles());
});

test("the files name the protocol version of the installed package", () => {
  const { version } = readProtocol();
  const bare = JSON.parse(readFileSync(placeOf("dispatch-rule.bare.schema.json"), "utf8")) as {
    $comment: string;
  };
  assert.match(bare.$comment, new RegExp(`@livekit/protocol ${version} `));
});

describe("LiveKit's comments", () => {
  const { comments } = readProtocol();
  const cases = [
    ["livekit.SIPDispatchRuleInfo.numbers", /made to these numbers/],
    ["livekit.ListUpdate", /repeated string/],
    ["livekit.SIPMediaEncryption.SIP_MEDIA_ENCRYPT_ALLOW", /^use encryption if available$/],
    ["livekit.EncodingOptionsPreset.H264_1080P_60", /60fps/],
  ] as const;
  for (const [path, expected] of cases) {
    test(path, () => assert.match(comments[path] ?? "none", expected));
  }
});
