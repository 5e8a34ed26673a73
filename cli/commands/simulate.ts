/** `simulate`: what LiveKit does with a call, and why. */
import { incomingCall } from "../../core/routing/input/read.ts";
import { sourceAddressFault } from "../../core/routing/trunk/choose-trunk.ts";
import type { IncomingCall } from "../../core/routing/types.ts";
import { defineCommand, UsageError } from "../command.ts";
import { NO_ANSWER_CODE } from "../live/exit-code.ts";
import { DEPLOYED_OPTIONS } from "../live/options.ts";
import { loadQuestion } from "../routing/load-question.ts";
import { simulationJson } from "../routing/simulate/format-json.ts";
import { simulationMarkdown } from "../../core/routing/simulate/markdown.ts";
import { simulationText } from "../routing/simulate/format-text.ts";
import { simulate as simulateCall, type Simulation } from "../../core/routing/simulate/simulation.ts";
import { painter } from "../terminal/colour.ts";
import { textColumns } from "../terminal/columns.ts";
import { stdout } from "../terminal/streams.ts";

type Color = "auto" | "always" | "never";

export const simulate = defineCommand({
  name: "simulate",
  summary: "Say which rule takes a call, in which room it ends, and why the others lost",
  operands: "[more rule files]",
  description: [
    "It does what LiveKit does with the call, without a call. Rules that LiveKit would refuse are named and left out; without --rules the current folder is searched.",
    "The trunks are what `lk sip inbound list --json` prints, one trunk, an array of trunks, or a request that creates one. Without them it says what it could not take into account.",
    "With --project the rules and trunks are those that are deployed there. Rule files that are given as well count as deployed too, each in the place of the rule whose id it has: what would be, before anything is sent.",
    `Exit code: 0 the call ends in a room, 1 it does not, 2 wrong usage or a file that cannot be read${NO_ANSWER_CODE}`,
  ],
  options: {
    to: {
      kind: "text",
      placeholder: "NUMBER",
      mayBeEmpty: true,
      help: "called number: the user of the SIP To header, as the carrier sends it",
    },
    from: {
      kind: "text",
      placeholder: "NUMBER",
      mayBeEmpty: true,
      help: 'calling number: the user of the SIP From header, as the carrier sends it; "" for none',
    },
    pin: { kind: "text", placeholder: "DIGITS", help: "what the caller enters when asked for a PIN" },
    "no-pin": { kind: "flag", help: "the caller presses only # when asked for a PIN" },
    "source-ip": { kind: "text", placeholder: "ADDRESS", help: "the address that the call comes from" },
    rules: {
      kind: "list",
      placeholder: "FILES",
      help: "rule files, folders or globs, or - for standard input",
    },
    trunks: { kind: "text", placeholder: "FILE", help: "inbound trunks as JSON" },
    format: { kind: "choice", choices: ["text", "json", "markdown"], default: "text", help: "how to report" },
    color: { kind: "choice", choices: ["auto", "always", "never"], default: "auto", help: "colours" },
    ...DEPLOYED_OPTIONS,
  },
  examples: [
    {
      command: "livekit-dispatch simulate --to +15550100 --from +15550123",
      does: "the rules below the current folder",
    },
    {
      command:
        "livekit-dispatch simulate --to 15550100 --from +15550123 --rules dispatch-rules --trunks trunks.json",
      does: "with trunks, which decide which rules are looked at",
    },
    {
      command: "livekit-dispatch simulate --to +15550100 --from +15550123 --pin 1234 --format json",
      does: "a caller who enters a PIN, for a script",
    },
    {
      command: "livekit-dispatch simulate --to +15550100 --from +15550123 --project prod",
      does: "what is deployed in a project of lk's list",
    },
  ],

  async run(values, operands) {
    const call = callOf(values);
    const question = await loadQuestion(values, [...values.rules, ...operands], values.format === "json");
    if (typeof question === "number") return question;
    const simulation = simulateCall({ ...question, call });
    await stdout.write(report(simulation, values.format, values.color));
    return simulation.explanation.outcome.ok ? 0 : 1;
  },
});

interface CallOptions {
  readonly to: string | undefined;
  readonly from: string | undefined;
  readonly pin: string | undefined;
  readonly "no-pin": boolean;
  readonly "source-ip": string | undefined;
}

function callOf({
  to,
  from,
  pin = "",
  "no-pin": noPin,
  "source-ip": sourceAddress = "",
}: CallOptions): IncomingCall {
  if (to === undefined) throw new UsageError("--to is needed: the number that is called.");
  if (from === undefined) throw new UsageError("--from is needed: the number of the caller.");
  if (noPin && pin !== "") throw new UsageError("--pin and --no-pin exclude each other.");
  const call = incomingCall({ to, from, pin, noPin, sourceAddress });
  const fault = sourceAddressFault(call);
  if (fault) throw new UsageError(`--source-ip: LiveKit refuses such an address: ${fault.text}`);
  return call;
}

function report(simulation: Simulation, format: "text" | "json" | "markdown", color: Color): string {
  switch (format) {
    case "text":
      return simulationText(simulation, painter(color, process.stdout), textColumns(process.stdout));
    case "json":
      return simulationJson(simulation);
    case "markdown":
      return simulationMarkdown(simulation);
  }
}
