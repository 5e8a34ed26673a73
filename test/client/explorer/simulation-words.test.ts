/** What becomes of a call, in words. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pictureOf } from "../../../client/deployed/rule-picture.ts";
import { simulationWords } from "../../../client/explorer/simulation-words.ts";
import { incomingCall } from "../../../core/routing/input/read.ts";
import { demoState } from "../support/demo-tree.ts";

const { rules, trunks } = pictureOf(await demoState());

function simulate(to: string, from: string, { pin = "", asked }: { pin?: string; asked?: string } = {}) {
  const input = {
    rules: rules.map(({ rule }) => rule),
    trunks: [...trunks.values()].map(({ trunk }) => trunk),
    call: incomingCall({ to, from, pin }),
  };
  return simulationWords(input, asked);
}

describe("a simulated call", () => {
  test("says in which room it ends, by which rule, over which trunk, with whom", () => {
    const words = simulate("+15105550100", "+15105550142");
    assert.equal(
      words.headline,
      'The call ends in room "booking_+15105550142_<random>", by rule "Bookings" (`SDR_DemoBookings`).',
    );
    assert.equal(words.ruleId, "SDR_DemoBookings");
    assert.ok(words.details.includes("Agents: booking-agent."));
    assert.ok(words.details.some((line) => line.startsWith('Trunk: trunk "Main line"')));
  });

  test("says that a PIN is asked for, and what follows from what is entered", () => {
    assert.equal(simulate("+15105550101", "+1").isPinAsked, true);
    assert.match(simulate("+15105550101", "+1", { pin: "12345" }).headline, /ends in room "team-meeting"/);
    const wrong = simulate("+15105550101", "+1", { pin: "9" });
    assert.equal(wrong.headline, "No rule fits what the caller entered.");
    assert.equal(wrong.isPinAsked, false);
  });

  test("says why the rule that somebody asked about did not get it", () => {
    const words = simulate("+15105550100", "+15105550142", { asked: "SDR_DemoVipGuest" });
    const [, reason] = words.details.filter((line) => line.startsWith("rule "));
    assert.match(reason ?? "", /^rule "VIP guests" .*From is `\+15105550142`; `inbound_numbers`/);
  });

  test("says what the caller hears, in the words of the command line", () => {
    const hears = (...call: Parameters<typeof simulate>) =>
      simulate(...call).details.find((line) => line.startsWith("What the caller hears: "));
    assert.match(
      hears("+15105550100", "+15105550142") ?? "",
      /It rings until agent `booking-agent` publishes audio/,
    );
    assert.match(hears("+15105550101", "+1") ?? "", /LiveKit answers at once and asks for a PIN/);
    assert.match(hears("+15105550199", "+1") ?? "", /404|rings/);
  });

  test("never says a PIN", () => {
    for (const pin of ["", "12345", "9"])
      assert.doesNotMatch(JSON.stringify(simulate("+15105550101", "+1", { pin })), /12345/);
  });
});
