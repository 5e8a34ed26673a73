/** Projects that are entered in VS Code: where they are kept, and where their secrets are. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isProjectSecret, OwnProjects } from "../../../client/projects/own-projects.ts";
import { Secret } from "../../../livekit/projects/secret.ts";
import { canary } from "../../livekit/support/canary.ts";
import { Memory, SecretMemory } from "../support/memory.ts";

const SECRET = canary("own");
const PROD = { name: "prod", url: "wss://prod.livekit.cloud", apiKey: "k" };

async function withProd() {
  const memory = new Memory();
  const secrets = new SecretMemory();
  const own = new OwnProjects(memory, secrets);
  await own.save(PROD, new Secret(SECRET));
  return { memory, secrets, own };
}

describe("projects that are entered in VS Code", () => {
  test("keep their secret in the secret storage, and nowhere else", async () => {
    const { memory, own } = await withProd();
    assert.ok(!JSON.stringify([...memory.values]).includes(SECRET));
    const [project] = await own.projects();
    assert.equal(project?.apiSecret.reveal(), SECRET);
    assert.ok(!JSON.stringify(project).includes(SECRET));
  });

  test("keep the secret when another field is changed, also the name", async () => {
    const { secrets, own } = await withProd();
    await own.save({ ...PROD, name: "live" }, undefined, "prod");
    assert.deepEqual(own.names(), ["live"]);
    assert.equal((await own.projects())[0]?.apiSecret.reveal(), SECRET);
    assert.equal(secrets.values.size, 1);
  });

  test("do not lose a secret that cannot be read just now", async () => {
    const { memory, secrets, own } = await withProd();
    const locked = new OwnProjects(
      memory,
      Object.assign(Object.create(secrets) as SecretMemory, {
        get: () => Promise.reject(new Error("the keyring is locked")),
      }),
    );
    await locked.save({ ...PROD, apiKey: "k2" }, undefined, "prod");
    await assert.rejects(locked.save({ ...PROD, name: "live" }, undefined, "prod"), /locked/);
    assert.deepEqual(own.names(), ["prod"]);
    assert.equal((await own.projects())[0]?.apiSecret.reveal(), SECRET);
  });

  test("tell what is stored for them from what else is", async () => {
    const { secrets } = await withProd();
    assert.ok([...secrets.values.keys()].every(isProjectSecret));
    assert.ok(!isProjectSecret("livekitDispatch.undo:key"));
  });

  test("stay in their order when one is changed", async () => {
    const { own } = await withProd();
    await own.save({ ...PROD, name: "second" }, new Secret(SECRET));
    await own.save({ ...PROD, apiKey: "k2" }, undefined, "prod");
    assert.deepEqual(own.names(), ["prod", "second"]);
    assert.equal(own.find("prod")?.apiKey, "k2");
  });

  test("leave nothing behind", async () => {
    const { memory, secrets, own } = await withProd();
    await own.remove("prod");
    assert.deepEqual(await own.projects(), []);
    assert.equal(secrets.values.size, 0);
    assert.ok(!JSON.stringify([...memory.values]).includes("prod"));
  });

  test("can be listed on a computer without a keyring, and without what is broken in the storage", async () => {
    const { memory } = await withProd();
    const broken = { get: () => Promise.reject(new Error("no keyring")) };
    const own = new OwnProjects(memory, Object.assign(new SecretMemory(), broken));
    assert.equal((await own.projects())[0]?.apiSecret.isEmpty, true);
    memory.values.set("livekitDispatch.projects", [PROD, null, { name: 1 }, "x"]);
    assert.deepEqual(own.names(), ["prod"]);
    memory.values.set("livekitDispatch.projects", "nonsense");
    assert.deepEqual(own.names(), []);
  });
});
