/** What becomes of a call: the sentence of the message, and the page. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pictureOf } from "../../../client/deployed/rule-picture.ts";
import { simulationWords } from "../../../client/explorer/simulation-words.ts";
import { incomingCall } from "../../../core/routing/input/read.ts";
import { demoState } from "../support/demo-tree.ts";

const picture = pictureOf(await demoState());

function simulate(to: string, from: string, { pin = "", asked }: { pin?: string; asked?: string } = {}) {
  return simulationWords(picture, { call: incomingCall({ to, from, pin }), project: "Demo", asked });
}

describe("a simulated call", () => {
  test("says in one sentence in which room it ends, and by which rule, without markup", () => {
    const { headline, ruleId } = simulate("+15105550100", "+15105550142");
    assert.equal(
      headline,
      'The call ends in room "booking_+15105550142_<random>", by rule "Bookings" (SDR_DemoBookings).',
    );
    assert.equal(ruleId, "SDR_DemoBookings");
  });

  test("has a page with the call, the agents, the trunk, and what would make each other rule win", () => {
    const { document } = simulate("+15105550100", "+15105550142");
    assert.match(document, /^### Routed by rule "Bookings" \(`SDR_DemoBookings`\)/);
    assert.match(document, /^\| call \| to `\+15105550100`, from `\+15105550142` \|$/m);
    assert.match(document, /^\| agents \| booking-agent \|$/m);
    assert.match(document, /^\| trunk \| "Main line" \(`ST_/m);
    const losers = document.match(/^- rule /gm) ?? [];
    assert.equal(losers.length, picture.rules.length - 1);
    assert.equal(document.match(/\*\*To win/g)?.length, losers.length);
  });

  test("says that a PIN is asked for, and what follows from what is entered", () => {
    assert.equal(simulate("+15105550101", "+1").isPinAsked, true);
    assert.match(simulate("+15105550101", "+1", { pin: "12345" }).headline, /ends in room "team-meeting"/);
    const wrong = simulate("+15105550101", "+1", { pin: "9" });
    assert.equal(wrong.headline, "No rule fits what the caller entered.");
    assert.equal(wrong.isPinAsked, false);
  });

  test("says first why the rule that somebody asked about did not get it", () => {
    const { document } = simulate("+15105550100", "+15105550142", { asked: "SDR_DemoVipGuest" });
    const [reason = ""] = document.split("\n").filter((line) => line.startsWith("- rule "));
    assert.match(reason, /^- rule "VIP guests" .*From is `\+15105550142`; `inbound_numbers`/);
  });

  test("says what the caller hears, in the words of the command line", () => {
    const hears = (...call: Parameters<typeof simulate>) =>
      simulate(...call)
        .document.split("\n")
        .find((line) => line.startsWith("| caller |")) ?? "";
    assert.match(
      hears("+15105550100", "+15105550142"),
      /It rings until agent `booking-agent` publishes audio/,
    );
    assert.match(hears("+15105550101", "+1"), /LiveKit answers at once and asks for a PIN/);
    assert.match(hears("+15105550199", "+1"), /404|rings/);
  });

  test("never says a PIN", () => {
    for (const pin of ["", "12345", "9"])
      assert.doesNotMatch(JSON.stringify(simulate("+15105550101", "+1", { pin })), /12345/);
  });
});
