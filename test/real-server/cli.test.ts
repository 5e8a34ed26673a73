/** The command line on a real server, with the documentation's examples: each from its creation to its end. */
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { NOBODY } from "../cli/live-project.ts";
import { cli, type Ran } from "../cli/run-cli.ts";
import { emptyServer } from "../livekit/support/raw-call.ts";
import type { OpenServer } from "../livekit/support/servers.ts";
import { EXAMPLES } from "./examples.ts";
import { given } from "./given.ts";
import { assertStored, witnessOf, type Witness } from "./witness.ts";

describe("the command line on a real server", given.skip === undefined ? {} : { skip: given.skip }, () => {
  let server: OpenServer;
  let witness: Witness;
  before(async () => {
    server = await given.open();
    witness = witnessOf(server);
  });
  beforeEach(() => emptyServer(server));
  after(async () => {
    await emptyServer(server);
    await server.close();
  });

  async function run(words: readonly string[], stdin = ""): Promise<Ran> {
    const { url, apiKey, apiSecret } = server.connection;
    const project = { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret };
    const ran = await cli(words, { stdin, env: { ...NOBODY, ...project } });
    assert.ok(!(ran.stdout + ran.stderr).includes(apiSecret), `${words.join(" ")} prints the secret`);
    return ran;
  }

  async function json<T>(words: readonly string[], stdin?: string): Promise<T> {
    const { code, stdout, stderr } = await run([...words, "--json"], stdin);
    assert.equal(code, 0, stderr);
    return JSON.parse(stdout) as T;
  }

  for (const { title, file, stored } of EXAMPLES)
    test(title, async () => {
      const document = JSON.stringify(file);
      const { created } = await json<{ created: { id: string }[] }>(["create", "--yes", "-"], document);
      const rule = await witness.only();
      const id = rule.sipDispatchRuleId;
      assert.equal(created[0]?.id, id);
      assertStored(rule, stored);

      const { items } = await json<{ items: { sipDispatchRuleId: string }[] }>(["list"]);
      assert.deepEqual(
        items.map((item) => item.sipDispatchRuleId),
        [id],
      );
      const got = await run(["get", id]);
      assert.equal(got.code, 0, got.stderr);
      for (const same of [document, got.stdout]) {
        const { code, stderr } = await run(["diff", "-", id], same);
        assert.equal(code, 0, stderr);
      }

      const changed = JSON.stringify({ ...file, name: "Changed", numbers: ["+15105550100"] });
      const { code, stdout } = await run(["diff", "-", id], changed);
      assert.match(stdout, /\+ name: "Changed"\n/);
      assert.equal(code, 1);
      await json(["update", "--id", id, "--yes", "-"], changed);
      const updated = await witness.only();
      assert.deepEqual(
        [updated.sipDispatchRuleId, updated.name, updated.numbers],
        [id, "Changed", ["+15105550100"]],
      );
      assertStored(updated, stored);

      // By its name, as people call it.
      await json(["delete", "--yes", "Changed"]);
      assert.deepEqual(await witness.rules(), []);
    });

  test("what was read back and is created anew is the same rule, with an id of its own", async () => {
    const [{ file, stored }] = [EXAMPLES.at(-1)!];
    await run(["create", "--yes", "-"], JSON.stringify(file));
    const { sipDispatchRuleId: first } = await witness.only();
    const { stdout } = await run(["get", first]);
    await json(["delete", "--yes", first]);
    await json(["create", "--yes", "-"], stdout);
    const again = await witness.only();
    assert.notEqual(again.sipDispatchRuleId, first);
    assertStored(again, stored);
  });

  test("a rule in the way of another is not sent", async () => {
    const document = JSON.stringify(EXAMPLES[0]!.file);
    await json(["create", "--yes", "-"], document);
    const { code, stderr } = await run(["create", "--yes", "-"], document);
    assert.match(stderr, /nothing was sent\. It would answer: Dispatch rule for the same trunk/);
    assert.equal(code, 1);
    await witness.only();
  });

  test("a dry run changes nothing", async () => {
    const document = JSON.stringify(EXAMPLES[0]!.file);
    await json(["create", "--yes", "-"], document);
    const before = await witness.only();
    const changed = JSON.stringify({ ...EXAMPLES[0]!.file, name: "Changed" });
    const { sipDispatchRuleId: id } = before;
    await run(["update", "--dry-run", "--id", id, "-"], changed);
    await run(["delete", "--dry-run", id]);
    assert.deepEqual(await witness.only(), before);
  });

  test("a wrong secret: the server's answer has the token in it, ours has not", async () => {
    const { url, apiKey } = server.connection;
    const env = { ...NOBODY, LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: "wrong" };
    const { code, stdout, stderr } = await cli(["list", "--json"], { env });
    assert.equal(code, 3);
    assert.match(stderr, /secret/);
    assert.doesNotMatch(stdout + stderr, /eyJ/);
  });
});
