/** The checks of the whole picture against routing itself, on rules and trunks made by chance. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { checkInPicture } from "../../../core/picture/check-picture.ts";
import { Picture } from "../../../core/picture/picture.ts";
import type { Problem } from "../../../core/problem.ts";
import { incomingCall } from "../../../core/routing/input/read.ts";
import { routeCall } from "../../../core/routing/route.ts";
import { validateRules } from "../../../core/routing/rule/rule-validator.ts";
import { createRule, updateRule } from "../../../core/routing/store/write-rule.ts";
import type { DispatchRule, InboundTrunk } from "../../../core/routing/types.ts";

const TRUNKS = ["ST_8m3KxQv7Rt2Z", "ST_2wJBTJUKPx68", "ST_4nPw9LcYb6Ha"];
const NUMBERS = ["+15550100", "15550100", "+15550101", "+15550102"];
const CALLERS = ["+15550191", "15550191", "anonymous"];
const IDS = ["SDR_Vh6vTqQ3YzKp", "SDR_t5HqYw8NcR2m", "SDR_a3mW8sLcYb6H", "SDR_zzqTqQ3YzKpa"];

const some = (values: readonly string[]): fc.Arbitrary<string[]> =>
  fc
    .tuple(fc.nat(2), fc.subarray([...values], { minLength: 1, maxLength: 2 }))
    .map(([chance, found]) => (chance > 0 ? [] : found));

const kind = fc
  .record({
    kind: fc.constantFrom("direct", "individual", "callee"),
    room: fc.constantFrom("a", "b", "Z"),
    pin: fc.constantFrom("", "", "1", "2"),
  })
  .map(({ kind: which, room, pin }) =>
    which === "direct"
      ? { dispatchRuleDirect: { roomName: room, ...(pin && { pin }) } }
      : which === "individual"
        ? { dispatchRuleIndividual: { roomPrefix: room, ...(pin && { pin }) } }
        : { dispatchRuleCallee: { roomPrefix: room, ...(pin && { pin }) } },
  );

const rule: fc.Arbitrary<DispatchRule> = fc
  .record({
    rule: kind,
    trunkIds: some(TRUNKS),
    numbers: some(NUMBERS),
    inboundNumbers: some(CALLERS),
    name: fc.constantFrom("", "", "x", "y"),
  })
  .map(({ trunkIds, numbers, inboundNumbers, name, rule: kinds }) => ({
    rule: kinds,
    ...(trunkIds.length > 0 && { trunkIds }),
    ...(numbers.length > 0 && { numbers }),
    ...(inboundNumbers.length > 0 && { inboundNumbers }),
    ...(name !== "" && { name }),
  }));

const stored = fc
  .tuple(fc.array(rule, { maxLength: 4 }), fc.shuffledSubarray(IDS, { minLength: 4, maxLength: 4 }))
  .map(([rules, ids]) => rules.map((one, index) => ({ ...one, sipDispatchRuleId: ids[index]! })));

const trunks: fc.Arbitrary<InboundTrunk[]> = fc
  .array(fc.record({ numbers: some(NUMBERS), allowedNumbers: some(CALLERS) }), { minLength: 1, maxLength: 3 })
  .map((found) => found.map((trunk, index) => ({ ...trunk, sipTrunkId: TRUNKS[index]! })));

const fileText = (value: DispatchRule): string =>
  JSON.stringify(value.sipDispatchRuleId === undefined ? { dispatch_rule: value } : value);

function pictureWith(
  deployed: readonly DispatchRule[] | undefined,
  known: readonly InboundTrunk[] | undefined,
): Picture {
  const picture = new Picture();
  picture.setFacts({
    ...(deployed && { deployed: deployed.map((one) => ({ origin: "deployed", rule: one }) as const) }),
    ...(known && { trunks: known.map((trunk) => ({ trunk })), hasAllTrunks: true }),
  });
  return picture;
}

/** A problem as text, so that two sets of them compare. */
const summary = ({ code, severity, start, end, message, related, livekit }: Problem): unknown => ({
  code,
  severity,
  start,
  end,
  message,
  livekit,
  related: related.map((place) => JSON.stringify(place)).sort(),
});

describe("the whole picture, on rules made by chance", () => {
  it("refuses a new rule exactly where LiveKit does, in its words", () => {
    let refused = 0;
    fc.assert(
      fc.property(stored, rule, (deployed, added) => {
        fc.pre(validateRules(deployed).fault === undefined);
        const picture = pictureWith(deployed, undefined);
        picture.setFile("new.json", fileText(added));
        const [one] = picture.rulesOf("new.json");
        fc.pre(one !== undefined && picture.rules.deployedOf(one) === undefined);
        const written = createRule(deployed, { dispatchRule: added });
        const found = checkInPicture(picture, "new.json").find(({ code }) => code === "rule-conflict");
        if (!written.ok) refused++;
        assert.equal(found?.livekit?.text, written.ok ? undefined : written.fault.text);
      }),
      { numRuns: 3000 },
    );
    assert.ok(refused > 100);
  });

  it("refuses an update exactly where LiveKit does, and tells the clash that LiveKit stores", () => {
    let [refused, unchecked] = [0, 0];
    fc.assert(
      fc.property(stored, rule, fc.boolean(), (all, one, isBare) => {
        // Without numbers rules clash more often.
        const bare = <T extends DispatchRule>({ numbers, inboundNumbers, ...rest }: T): T =>
          (isBare ? rest : { ...rest, numbers, inboundNumbers }) as unknown as T;
        const [deployed, next] = [all.map(bare), bare(one)];
        const [old] = deployed;
        fc.pre(old !== undefined && validateRules(deployed).fault === undefined);
        const replaced = { ...next, sipDispatchRuleId: old.sipDispatchRuleId };
        // A rule that conflicts with itself is told by `duplicate-trunk-or-number`.
        fc.pre(validateRules([replaced]).fault === undefined);
        const picture = pictureWith(deployed, undefined);
        picture.setFile("update.json", fileText(replaced));
        const written = updateRule(deployed, { sipDispatchRuleId: old.sipDispatchRuleId, replace: replaced });
        const problems = checkInPicture(picture, "update.json");
        const conflict = problems.find(({ code }) => code === "rule-conflict");
        assert.equal(conflict?.livekit?.text, written.ok ? undefined : written.fault.text);
        const after = deployed.map((one) => (one === old ? replaced : one));
        const breaks = written.ok && validateRules(after).fault !== undefined;
        if (!written.ok) refused++;
        if (breaks) unchecked++;
        assert.equal(
          problems.some(({ code }) => code === "conflict-stored-unchecked"),
          breaks,
        );
      }),
      { numRuns: 9000 },
    );
    assert.ok(refused > 100 && unchecked > 0, `${refused} ${unchecked}`);
  });

  it("calls no rule unreachable that any call gets to", () => {
    let told = 0;
    const call = fc.record({
      to: fc.constantFrom(...NUMBERS),
      from: fc.constantFrom(...CALLERS, "+15550199"),
      pin: fc.constantFrom("", "1", "2"),
      noPin: fc.boolean(),
    });
    fc.assert(
      fc.property(
        stored,
        rule,
        trunks,
        fc.array(call, { minLength: 30, maxLength: 30 }),
        (deployed, added, known, calls) => {
          const picture = pictureWith(deployed, known);
          picture.setFile("new.json", fileText(added));
          const hopeless = checkInPicture(picture, "new.json").some(({ code }) => code === "rule-never-wins");
          if (!hopeless) return;
          told++;
          const [one] = picture.rulesOf("new.json");
          assert.ok(one);
          const rules = [...picture.rules.all()].map((each) => each.rule);
          for (const each of calls) {
            const outcome = routeCall({
              trunks: known,
              rules,
              call: incomingCall({ ...each, pin: each.noPin ? "" : each.pin }),
            });
            assert.notEqual(outcome.rule, one.rule, JSON.stringify({ each, rules, known }));
          }
        },
      ),
      { numRuns: 4000 },
    );
    assert.ok(told > 15, String(told));
  });

  it("asks everybody for a PIN where it says so", () => {
    let told = 0;
    fc.assert(
      fc.property(stored, rule, (deployed, added) => {
        const picture = pictureWith(deployed, undefined);
        picture.setFile("new.json", fileText(added));
        const problem = checkInPicture(picture, "new.json").find(
          ({ code }) => code === "pin-prompts-everybody",
        );
        const asked = problem?.related.flatMap(({ deployed: place }) => (place ? [place.id] : [])) ?? [];
        const isAbove = added.rule && JSON.stringify(added.rule).includes('"pin"');
        if (!isAbove) return;
        const rules = [...picture.rules.all()].map((each) => each.rule);
        fc.pre(validateRules(rules).fault === undefined);
        for (const id of asked) {
          told++;
          const open = rules.find((each) => each.sipDispatchRuleId === id);
          const to = open?.numbers?.[0] ?? "+15550177";
          const from = open?.inboundNumbers?.[0] ?? "+15550178";
          const shared = (open?.trunkIds ?? []).find((trunk) => added.trunkIds?.includes(trunk));
          const known = shared === undefined ? [] : [{ sipTrunkId: shared, numbers: [to] }];
          const outcome = routeCall({ trunks: known, rules, call: incomingCall({ to, from }) });
          assert.equal(outcome.pinRequested, true, JSON.stringify({ rules, to, from }));
        }
      }),
      { numRuns: 4000 },
    );
    assert.ok(told > 20, String(told));
  });

  it("says after any number of edits what it says about the files as they are", () => {
    const uris = ["a/1.json", "a/2.json", "b/3.json", "b/4.json"];
    const edit = fc.record({
      uri: fc.constantFrom(...uris),
      text: fc.oneof(
        fc.constant(undefined),
        rule.map(fileText),
        fc.constant('{"dispatch_rule": {'),
        fc
          .tuple(rule, fc.constantFrom(...IDS))
          .map(([one, id]) => fileText({ ...one, sipDispatchRuleId: id })),
      ),
    });
    fc.assert(
      fc.property(
        stored,
        trunks,
        fc.array(edit, { minLength: 1, maxLength: 12 }),
        fc.constantFrom("everywhere", "folder"),
        (deployed, known, edits, scope) => {
          const facts = {
            deployed: deployed.map((one) => ({ origin: "deployed", rule: one }) as const),
            trunks: known.map((trunk) => ({ trunk })),
            hasAllTrunks: true,
            pinKey: undefined,
          };
          const edited = new Picture({ scope });
          const texts = new Map<string, string>();
          for (const [index, { uri, text }] of edits.entries()) {
            if (index === 3) edited.setFacts(facts);
            if (text === undefined) {
              texts.delete(uri);
              edited.removeFile(uri);
            } else {
              texts.set(uri, text);
              edited.setFile(uri, text);
            }
          }
          edited.setFacts(facts);
          const fresh = new Picture({ scope });
          fresh.setFacts(facts);
          for (const [uri, text] of [...texts].sort()) fresh.setFile(uri, text);
          for (const uri of uris)
            assert.deepEqual(
              checkInPicture(edited, uri).map(summary),
              checkInPicture(fresh, uri).map(summary),
            );
          // And without the facts being set anew.
          const again = edits.at(-1)!;
          if (again.text !== undefined) {
            edited.setFile(again.uri, `${again.text} `);
            edited.setFile(again.uri, again.text);
            for (const uri of uris)
              assert.deepEqual(
                checkInPicture(edited, uri).map(summary),
                checkInPicture(fresh, uri).map(summary),
              );
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
