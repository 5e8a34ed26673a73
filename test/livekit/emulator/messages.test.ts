import assert from "node:assert/strict";
import { test } from "node:test";
import { messageNamed } from "../../../core/protocol/schema.ts";
import { serviceMessage } from "../../../livekit/emulator/messages.ts";
import { serviceMessagesFile, writtenFile } from "../support/service-messages.mjs";

test("the list of messages is the one that the installed package gives", () => {
  assert.equal(
    writtenFile(),
    serviceMessagesFile(),
    "Stale; write it anew with: node test/livekit/support/service-messages.mjs --write",
  );
});

test("what a rule file can contain is the same message in both lists", () => {
  const request = serviceMessage("CreateSIPInboundTrunkRequest");
  assert.equal(request.fields[0]?.type, messageNamed("SIPInboundTrunkInfo"));
});
