/** `emulator`: LiveKit's SIP service on this machine, for trying and for tests. */
import { defineCommand, UsageError } from "../command.ts";
import { runEmulator } from "../live/emulator.ts";
import { JSON_OPTION } from "../live/options.ts";

const HIGHEST_PORT = 65_535;

export const emulator = defineCommand({
  name: "emulator",
  summary: "Start a LiveKit SIP service on this machine, for trying and for tests",
  operands: "",
  description: [
    "It answers as LiveKit does, on the loopback address alone. Everything is kept in memory, or with --data in a file. It ends with Ctrl-C or a signal.",
    "With --json one line is printed when it is ready: the address, the key and the secret.",
    "Exit code: 0 it was ended, 1 the port or the file cannot be had, 2 wrong usage.",
  ],
  options: {
    port: { kind: "text", placeholder: "NUMBER", help: "default 7880; 0 for any free one" },
    "api-key": { kind: "text", placeholder: "KEY", help: "default devkey" },
    "api-secret": { kind: "text", placeholder: "SECRET", help: "default secret" },
    data: { kind: "text", placeholder: "FILE", help: "where rules and trunks are kept" },
    seed: {
      kind: "choice",
      choices: ["none", "demo"],
      default: "none",
      help: "what an empty one begins with",
    },
    ...JSON_OPTION,
  },
  examples: [
    { command: "livekit-dispatch emulator --seed demo", does: "a small company with trunks and rules" },
    { command: "livekit-dispatch emulator --port 0 --json", does: "for a test, which reads the line" },
  ],

  async run(values, operands) {
    if (operands.length > 0) throw new UsageError("emulator takes no operands.");
    const { port = "7880", data, seed, json } = values;
    if (!/^\d{1,5}$/.test(port) || Number(port) > HIGHEST_PORT)
      throw new UsageError("--port is a number from 0 to 65535.");
    return runEmulator({
      port: Number(port),
      apiKey: values["api-key"] ?? "devkey",
      apiSecret: values["api-secret"] ?? "secret",
      data,
      isSeeded: seed === "demo",
      isJson: json,
    });
  },
});
