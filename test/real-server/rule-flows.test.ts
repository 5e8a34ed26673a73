/** What a person does with rules in the editor, from nothing to nothing, on every server there is. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { contentText } from "../../core/compare/compare.ts";
import { normalTexts } from "../../client/rules/compare-with-file.ts";
import { createFlow } from "../../client/rules/flows/create.ts";
import { deleteFlow } from "../../client/rules/flows/delete.ts";
import type { Connected } from "../../client/rules/flows/person.ts";
import { renameFlow } from "../../client/rules/flows/rename.ts";
import { updateFlow } from "../../client/rules/flows/update.ts";
import { draftText } from "../../client/rules/guided/draft.ts";
import { GuidedFlow } from "../../client/rules/guided/guided-flow.ts";
import { duplicateText, importFiles } from "../../client/rules/rule-texts.ts";
import { undoFlow } from "../../client/rules/undo/undo-flow.ts";
import { createClient } from "../../livekit/client.ts";
import { person, undoInMemory } from "../client/rules/support/live.ts";
import { emptyServer, rawCall } from "../livekit/support/raw-call.ts";
import { servers, type OpenServer } from "../livekit/support/servers.ts";

for (const { name, open, skip } of servers)
  describe(name, skip === undefined ? {} : { skip }, () => {
    let server: OpenServer;
    let project: Connected;
    before(async () => {
      server = await open();
      await emptyServer(server);
      const client = createClient(server.connection, server.fetch ? { fetch: server.fetch } : {});
      const host = client.target.host;
      const entry = {
        id: "own:t",
        name: "t",
        host,
        apiKey: server.connection.apiKey,
        source: "own",
        place: "",
        isProduction: false,
        isDemo: false,
      } as const;
      project = { entry, client };
    });
    after(async () => {
      await emptyServer(server);
      await server.close();
    });

    async function deployed() {
      const listed = await project.client.rules.list();
      assert.ok(listed.ok);
      return listed.value;
    }

    test("create by questions, import, update, rename, undo, duplicate, delete, undo", async () => {
      await rawCall(server, "SIP/CreateSIPInboundTrunk", {
        trunk: { name: "Main", numbers: ["+15105550100"] },
      });
      const trunks = await project.client.inboundTrunks.list();
      assert.ok(trunks.ok);
      const trunkId = trunks.value[0]!.id;
      const { log } = undoInMemory();
      const copies = log.copiesFor(project.entry);

      const guided = new GuidedFlow({ trunks: trunks.value, agentNames: [] });
      for (const answer of ["individual", "call", "", [trunkId], "", "helper", "hide", "Calls", "create"])
        assert.equal(guided.answer(answer), undefined);
      const created = await createFlow({ text: draftText(guided.draft) }, project, person(true));
      assert.ok(created.kind === "created", JSON.stringify(created));
      const { rule } = created;
      assert.deepEqual(
        (await deployed()).map(({ id }) => id),
        [rule.id],
      );

      const [file] = importFiles(await deployed(), "bare", []);
      assert.equal(file!.fileName, "Calls.dispatch-rule.json");
      const texts = normalTexts(rule.text, file!.text);
      assert.ok(texts.ok && texts.deployed === texts.file, "an import differs in nothing");
      const same = await updateFlow({ text: file!.text, ruleId: rule.id }, project, person(), copies);
      assert.equal(same.kind, "same");

      const edited = file!.text.replace(`"helper"`, `"other"`).replace(/\s*"hidePhoneNumber": true,/, "");
      const someone = person(true);
      const updated = await updateFlow(
        { text: edited, ruleId: rule.id, base: rule.text },
        project,
        someone,
        copies,
      );
      assert.ok(updated.kind === "updated", JSON.stringify(updated));
      assert.deepEqual(someone.asked[0]!.lines, [
        "- hide_phone_number: true would be cleared",
        `~ room_config.agents[0].agent_name: "helper" → "other"`,
      ]);
      await log.noteUpdated(updated.copy, updated.before, updated.after);
      const late = await updateFlow(
        { text: file!.text, ruleId: rule.id, base: rule.text },
        project,
        person(),
        copies,
      );
      assert.ok(late.kind === "refused" && late.because === "changed");

      assert.equal((await undoFlow(log.batch(), log, project, person(true))).kind, "undone");
      assert.equal(contentText((await deployed())[0]!.text), contentText(rule.text));
      const renamed = await renameFlow({ ruleId: rule.id, name: "Renamed" }, project, person(true), copies);
      assert.ok(renamed.kind === "updated", JSON.stringify(renamed));

      const [now] = await deployed();
      const copy = duplicateText(now!, "Copy");
      const conflict = await createFlow({ text: copy }, project, person());
      assert.ok(conflict.kind === "refused" && conflict.rule?.id === rule.id);
      const changed = copy.replace(`"roomPrefix": "call"`, `"roomPrefix": "call", "pin": "12"`);
      assert.equal((await createFlow({ text: changed }, project, person(true))).kind, "created");

      const all = await deployed();
      const ruleIds = all.map(({ id }) => id);
      const gone = await deleteFlow({ ruleIds, batch: "all" }, project, person(true), copies);
      assert.ok(gone.kind === "deleted" && gone.rules.length === 2);
      assert.deepEqual(await deployed(), []);
      const back = await undoFlow(log.batch("all"), log, project, person(true));
      assert.ok(back.kind === "undone" && back.renewed.length === 2, JSON.stringify(back));
      const again = await deployed();
      assert.deepEqual(
        again.map(({ text }) => contentText(text)).sort(),
        all.map(({ text }) => contentText(text)).sort(),
      );
      assert.ok(again.every(({ id }) => !ruleIds.includes(id)));
    });
  });
