/** Rules beside those of other files and beside what is deployed, over the protocol. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import type { Diagnostic, DocumentDiagnosticReport, WorkspaceDiagnosticReport } from "vscode-languageserver";
import { ruleFact, trunkFact } from "../../core/picture/project-facts.ts";
import { readRule, readTrunk } from "../../core/routing/input/read.ts";
import { FACTS, type FactsParams } from "../../server/messages.ts";
import { Client, PULLING } from "./client.ts";

const direct = (room: string, more: object = {}): string =>
  JSON.stringify({ dispatch_rule: { rule: { dispatchRuleDirect: { roomName: room } }, ...more } });

const WATCHING = {
  ...PULLING,
  workspace: { ...PULLING.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
};

interface Workspace {
  readonly root: string;
  readonly folder: { readonly uri: string; readonly name: string };
  uri(name: string): string;
}

function workspace(files: Readonly<Record<string, string>>): Workspace {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), "livekit-dispatch-picture-")));
  after(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  const uri = (name: string) => pathToFileURL(path.join(root, name)).href;
  return { root, folder: { uri: pathToFileURL(root).href, name: "rules" }, uri };
}

const start = ({ folder }: Workspace, options: object = {}) =>
  Client.start({ capabilities: WATCHING, workspaceFolders: [folder], ...options });

async function pull(client: Client, uri: string): Promise<Diagnostic[]> {
  const report = await client.request<DocumentDiagnosticReport>("textDocument/diagnostic", {
    textDocument: { uri },
  });
  return report.kind === "full" ? report.items : [];
}

/** Pulls again at every refresh until it is as wanted. */
async function pullUntil(
  client: Client,
  uri: string,
  isIt: (found: readonly Diagnostic[]) => boolean,
): Promise<Diagnostic[]> {
  for (;;) {
    const before = client.refreshes;
    const found = await pull(client, uri);
    if (isIt(found)) return found;
    await client.until(() => (client.refreshes > before ? true : undefined), "refresh");
  }
}

function textOf({ message }: Diagnostic): string {
  return typeof message === "string" ? message : message.value;
}

const has =
  (code: string) =>
  (found: readonly Diagnostic[]): boolean =>
    found.some((each) => each.code === code);
const hasNot =
  (code: string) =>
  (found: readonly Diagnostic[]): boolean =>
    !has(code)(found);

/** As the client sends it, with a PIN that must not be in it. */
function facts(more: Partial<FactsParams> = {}, readAt = Date.now(), complete = true): FactsParams {
  const rule = readRule({
    sipDispatchRuleId: "SDR_Vh6vTqQ3YzKp",
    name: "Board",
    metadata: "canary-metadata",
    trunkIds: ["ST_8m3KxQv7Rt2Z"],
    rule: { dispatchRuleDirect: { roomName: "board", pin: "4711" } },
  }).value;
  const trunk = readTrunk({
    sipTrunkId: "ST_8m3KxQv7Rt2Z",
    numbers: ["+15550100"],
    authPassword: "canary-password",
    headers: { "X-Token": "canary-header" },
  }).value;
  return {
    project: {
      readAt,
      complete,
      pinKey: "key",
      rules: [{ rule: ruleFact(rule, "key"), uri: "livekit-rule:/own:prod/SDR_Vh6vTqQ3YzKp" }],
      trunks: [trunkFact(trunk)],
    },
    ...more,
  };
}

describe("the rules of a workspace beside each other", () => {
  it("names the other file, and tells when that one changes, on the disk or in an editor", async () => {
    const at = workspace({ "a.dispatch-rule.json": direct("a"), "b.dispatch-rule.json": direct("b") });
    const client = await start(at);
    const [a, b] = [at.uri("a.dispatch-rule.json"), at.uri("b.dispatch-rule.json")];
    client.open(a, direct("a"));
    const [conflict] = (await pullUntil(client, a, has("rule-conflict"))).filter(
      ({ code }) => code === "rule-conflict",
    );
    assert.equal(conflict?.severity, 2);
    assert.match(textOf(conflict), /beside the rule in b\.dispatch-rule\.json/);
    assert.match(textOf(conflict), /\nLiveKit answers: Dispatch rule for the same trunk/);
    assert.equal(conflict.relatedInformation?.[0]?.location.uri, b);
    assert.deepEqual(conflict.relatedInformation[0].location.range.start, { line: 0, character: 26 });

    // In the editor, without being saved.
    client.open(b, direct("b"));
    client.change(b, 2, { text: direct("b", { numbers: ["+15550100"] }) });
    await pullUntil(client, a, hasNot("rule-conflict"));
    client.change(b, 3, { text: direct("b") });
    await pullUntil(client, a, has("rule-conflict"));
    // What was not saved is gone with the editor; what is on the disk counts.
    writeFileSync(path.join(at.root, "b.dispatch-rule.json"), direct("b", { numbers: ["+15550101"] }));
    client.close(b);
    await pullUntil(client, a, hasNot("rule-conflict"));
    await client.until(() => client.registrations.find(({ id }) => id === "files"), "registration");
    writeFileSync(path.join(at.root, "b.dispatch-rule.json"), direct("b"));
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: b, type: 2 }] });
    await pullUntil(client, a, has("rule-conflict"));
    await client.stop();
  });

  it("is silent where it is turned off, and where files of other folders do not count", async () => {
    const at = workspace({
      "staging/dispatch-rule.json": direct("a"),
      "production/dispatch-rule.json": direct("b"),
    });
    const staging = at.uri("staging/dispatch-rule.json");
    for (const wholePicture of ["off", "folder"]) {
      const client = await start(at, { initializationOptions: { wholePicture } });
      client.open(staging, direct("a"));
      await client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds: [] });
      assert.deepEqual(await pull(client, staging), []);
      await client.stop();
    }
    const client = await start(at);
    client.open(staging, direct("a"));
    const [note] = await pullUntil(client, staging, has("rule-conflict"));
    assert.equal(note?.severity, 3, "of another folder: a note");
    await client.stop();
  });

  it("offers the fix, and explains", async () => {
    const at = workspace({
      "a.dispatch-rule.json": direct("a", { numbers: ["+15550100"] }),
      "b.dispatch-rule.json": direct("b", { numbers: ["+15550100", "+15550101"] }),
    });
    const client = await start(at);
    const uri = at.uri("b.dispatch-rule.json");
    client.open(uri, direct("b", { numbers: ["+15550100", "+15550101"] }));
    const [conflict] = await pullUntil(client, uri, has("rule-conflict"));
    assert.ok(conflict);
    const actions = await client.codeActions(uri, conflict.range, { diagnostics: [conflict] });
    const fix = actions.find(({ title }) => title === 'Remove "+15550100" from `numbers`');
    assert.ok(fix?.edit, actions.map(({ title }) => title).join());
    const answer = await client.request<{ problems: { code: string; livekit: unknown }[] }>(
      "livekitDispatch/explain",
      { uri, position: conflict.range.start },
    );
    assert.ok(answer.problems.some(({ code, livekit }) => code === "rule-conflict" && livekit !== null));
    await client.stop();
  });

  it("reports files that are not open, and the others again when one changes", async () => {
    const at = workspace({
      "a.dispatch-rule.json": direct("a"),
      "b.dispatch-rule.json": direct("b"),
      "c.dispatch-rule.json": direct("c", { numbers: ["+15550177"] }),
    });
    const client = await start(at);
    const all = (previousResultIds: { uri: string; value: string }[] = []) =>
      client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds });
    await client.until(() => client.registrations.find(({ id }) => id === "files"), "registration");
    const first = await all();
    const codes = ({ items }: WorkspaceDiagnosticReport): Record<string, string> =>
      Object.fromEntries<string>(
        items.map((item) => [
          path.basename(item.uri).charAt(0),
          item.kind === "full" ? item.items.map(({ code }) => String(code)).join() : "unchanged",
        ]),
      );
    assert.deepEqual(codes(first), { a: "rule-conflict", b: "rule-conflict", c: "" });
    writeFileSync(path.join(at.root, "b.dispatch-rule.json"), direct("b", { numbers: ["+15550100"] }));
    client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: at.uri("b.dispatch-rule.json"), type: 2 }],
    });
    const known = first.items.map(({ uri, resultId = "" }) => ({ uri, value: resultId }));
    assert.deepEqual(codes(await all(known)), { a: "", b: "", c: "unchanged" });
    await client.stop();
  });

  it("answers when all files are read, also where facts arrive meanwhile and the reading starts anew", async () => {
    const names = Array.from({ length: 300 }, (_, at) => `${at}.dispatch-rule.json`);
    const at = workspace(Object.fromEntries(names.map((name) => [name, direct(name)])));
    const client = await start(at);
    client.notify(FACTS, { agentNames: ["one"] });
    const answer = client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", {
      previousResultIds: [],
    });
    client.notify(FACTS, { agentNames: ["two"] });
    const { items } = await answer;
    const silent = items.filter((item) => item.kind !== "full" || item.items.length === 0);
    await client.stop();
    assert.equal(items.length, names.length);
    assert.deepEqual(
      silent.map(({ uri }) => uri),
      [],
    );
  });

  it("tells clients that do not ask", async () => {
    const at = workspace({ "a.dispatch-rule.json": direct("a"), "b.dispatch-rule.json": direct("b") });
    const client = await Client.start({ workspaceFolders: [at.folder] });
    const a = at.uri("a.dispatch-rule.json");
    client.open(a, direct("a"));
    await client.until(
      () => client.published.find(({ uri, diagnostics }) => uri === a && has("rule-conflict")(diagnostics)),
      "conflict",
    );
    await client.stop();
  });
});

describe("rules beside what is deployed", () => {
  const rule = direct("board", { trunk_ids: ["ST_8m3KxQv7Rt2Z"] }).replace('"board"', '"sales","pin":"4711"');

  it("holds them against each other without ever seeing a PIN or a secret", async () => {
    const at = workspace({});
    const sent = JSON.stringify(facts());
    assert.doesNotMatch(sent, /4711|canary/);
    const client = await start(at);
    const uri = at.uri("a.dispatch-rule.json");
    client.open(uri, rule);
    assert.deepEqual(await pull(client, uri), []);
    client.notify(FACTS, facts());
    const [conflict] = await pullUntil(client, uri, has("rule-conflict"));
    assert.equal(conflict?.severity, 1);
    assert.match(textOf(conflict), /the deployed rule "Board" \(`SDR_Vh6vTqQ3YzKp`\)/);
    assert.doesNotMatch(textOf(conflict), /4711/);
    assert.equal(conflict.relatedInformation?.[0]?.location.uri, "livekit-rule:/own:prod/SDR_Vh6vTqQ3YzKp");
    // Another PIN.
    client.change(uri, 2, { text: rule.replace("4711", "4712") });
    assert.ok(hasNot("rule-conflict")(await pull(client, uri)));
    await client.stop();
  });

  it("tells a trunk and an agent that are not there, only where all are known and fresh", async () => {
    const at = workspace({});
    const client = await start(at);
    const uri = at.uri("a.dispatch-rule.json");
    const text = direct("lobby", {
      trunk_ids: ["ST_2wJBTJUKPx68"],
      numbers: ["+15550100"],
      room_config: { agents: [{ agent_name: "triage" }] },
    });
    client.open(uri, text);
    const names = { agentNames: ["billing"], hasAllAgentNames: true };
    client.notify(FACTS, facts(names));
    const found = await pullUntil(client, uri, has("missing-trunk"));
    assert.ok(has("agent-not-registered")(found));
    for (const silent of [
      facts({}, Date.now() - 3_600_000),
      facts({}, Date.now(), false),
      { project: null },
      { agentNames: ["billing"] },
      {},
    ]) {
      client.notify(FACTS, silent);
      assert.deepEqual(await pullUntil(client, uri, hasNot("missing-trunk")), [], JSON.stringify(silent));
      client.notify(FACTS, facts(names));
      await pullUntil(client, uri, has("missing-trunk"));
    }
    await client.stop();
  });

  it("takes a deployed rule in an editor for itself, whatever it was called when it was opened", async () => {
    const at = workspace({});
    const client = await start(at);
    const address = (name: string, id: string): string =>
      `livekit-rule:/${name}.dispatch-rule.json?${encodeURIComponent(JSON.stringify(["own:prod", id]))}`;
    const deployed = (id: string, name: string, room: string) => ({
      rule: ruleFact(
        readRule({
          sipDispatchRuleId: id,
          name,
          trunkIds: ["ST_8m3KxQv7Rt2Z"],
          numbers: room === "board" ? ["+15550100"] : ["+15550101"],
          rule: { dispatchRuleDirect: { roomName: room } },
        }).value,
        "key",
      ),
      uri: address(name, id),
    });
    const known = facts();
    assert.ok(known.project);
    const rules = [
      deployed("SDR_Vh6vTqQ3YzKp", "Board", "board"),
      deployed("SDR_t5HqYw8NcR2m", "Sales", "sales"),
    ];
    const text = (number: string): string =>
      JSON.stringify({
        name: "Board",
        trunk_ids: ["ST_8m3KxQv7Rt2Z"],
        numbers: [number],
        rule: { dispatchRuleDirect: { roomName: "board" } },
      });
    // Encoded in another way than the facts have it, and opened under an older name.
    const uri = address("chairs", "SDR_Vh6vTqQ3YzKp").replaceAll("%5B", "[").replaceAll("%3A", ":");
    const stranger = address("board", "SDR_2mNpQrStUvWx");
    client.open(uri, text("+15550101"));
    client.open(stranger, text("+15550101"));
    client.notify(FACTS, { project: { ...known.project, rules } });
    const [conflict] = (await pullUntil(client, uri, has("rule-conflict"))).filter(
      ({ code }) => code === "rule-conflict",
    );
    assert.match(textOf(conflict!), /the deployed rule "Sales" \(`SDR_t5HqYw8NcR2m`\)/);
    assert.equal(conflict?.relatedInformation?.[0]?.location.uri, rules[1]?.uri);
    assert.ok(hasNot("rule-conflict")(await pull(client, stranger)), "of another project nothing is known");
    client.change(uri, 2, { text: text("+15550100") });
    assert.ok(hasNot("rule-conflict")(await pull(client, uri)), "its own deployed copy");
    client.change(uri, 3, { text: text("+15550101") });
    assert.ok(has("rule-conflict")(await pull(client, uri)));
    await client.stop();
  });

  it("takes facts that make no sense for unknown", async () => {
    const at = workspace({});
    const client = await start(at);
    const uri = at.uri("a.dispatch-rule.json");
    client.open(uri, rule);
    for (const odd of [
      { project: 7 },
      { project: { readAt: "now", pinKey: 1, rules: {}, trunks: null } },
      {
        project: {
          readAt: Date.now(),
          complete: true,
          pinKey: "key",
          rules: [null, {}, { rule: 3 }],
          trunks: [7, null],
        },
      },
    ]) {
      client.notify(FACTS, odd);
      await client.settled();
      assert.ok(hasNot("rule-conflict")(await pull(client, uri)));
    }
    assert.deepEqual(client.log, []);
    await client.stop();
  });
});
