import { describe, test } from "node:test";
import { createEmulator } from "../../livekit/emulator/emulator.ts";
import { KINDS } from "../../livekit/emulator/store.ts";
import { apiCases } from "./support/api-cases.ts";
import { replay, type Send } from "./support/replay.ts";

const PAIR = { key: "devkey", secret: "secret" };

/** Every answer that was recorded from livekit-server 1.13.5, given by the emulator in this process. */
describe("the emulator answers as the real server did", () => {
  for (const testCase of apiCases()) {
    test(`${testCase.id}: ${testCase.title}`, async () => {
      const hasRedis = testCase.server !== "no-redis";
      const emulator = createEmulator({ apiKey: PAIR.key, apiSecret: PAIR.secret, hasRedis });
      const send: Send = (method, path, headers, body) => emulator.handle({ method, path, headers, body });
      await replay(testCase, PAIR, send, () => {
        for (const kind of KINDS)
          for (const { id } of emulator.store.list(kind)) emulator.store.delete(kind, id);
        return Promise.resolve();
      });
    });
  }
});
