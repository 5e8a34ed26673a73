/** One request at a time: who asks during one gets an answer that knows what he has changed. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { FORGOTTEN, Requests, STOPPED } from "../../../client/deployed/requests.ts";

/** A server that answers when the test lets it, with the number of the request. */
function server() {
  const started: { readonly signal: AbortSignal; readonly answer: () => void; readonly fail: () => void }[] =
    [];
  const requests = new Requests<number>((_key, signal) => {
    const number = started.length + 1;
    return new Promise((resolve, reject) => {
      started.push({
        signal,
        answer: () => resolve(number),
        fail: () => reject(new Error(`request ${number}`)),
      });
      signal.addEventListener("abort", () => resolve(-number));
    });
  });
  return { started, requests };
}

describe("requests", () => {
  test("that all others have given up are nothing to wait for", async () => {
    const { started, requests } = server();
    const impatient = new AbortController();
    const first = requests.begin("p", impatient.signal);
    await turn();
    const planned = requests.begin("p", impatient.signal);
    impatient.abort();
    assert.equal(requests.join("p"), undefined);
    const second = requests.begin("p");
    assert.deepEqual([await first, await planned], [undefined, undefined]);
    await turn();
    for (const { answer } of started) answer();
    assert.ok((await second)! > 0);
  });

  test("that a person stops still answer all who wait, and others go on", async () => {
    const { started, requests } = server();
    const [first, other] = [requests.begin("p"), requests.begin("q")];
    await turn();
    requests.stop("p");
    assert.equal(started[0]?.signal.reason, STOPPED);
    assert.equal(await first, -1);
    assert.equal(started[1]?.signal.aborted, false);
    requests.stop();
    assert.equal(await other, -2);
    const again = requests.begin("p");
    await turn();
    started[2]?.answer();
    assert.equal(await again, 3);
  });

  test("that come during one share the next, which begins after them", async () => {
    const { started, requests } = server();
    const first = requests.begin("p");
    await turn();
    const [second, third] = [requests.begin("p"), requests.begin("p")];
    await turn();
    assert.equal(started.length, 1);
    started[0]?.answer();
    assert.equal(await first, 1);
    await turn();
    started[1]?.answer();
    assert.deepEqual(await Promise.all([second, third]), [2, 2]);
    assert.equal(started.length, 2);
  });

  test("of different projects do not wait for each other", async () => {
    const { started, requests } = server();
    void requests.begin("a");
    void requests.begin("b");
    await turn();
    assert.equal(started.length, 2);
  });

  test("can be joined while they run, without a new one", async () => {
    const { started, requests } = server();
    assert.equal(requests.join("p"), undefined);
    const first = requests.begin("p");
    const joined = requests.join("p");
    await turn();
    started[0]?.answer();
    assert.deepEqual(await Promise.all([first, joined]), [1, 1]);
    assert.equal(started.length, 1);
    assert.equal(requests.join("p"), undefined);
  });

  test("end when nobody waits any more, and not before", async () => {
    const { started, requests } = server();
    const [one, other] = [new AbortController(), new AbortController()];
    const first = requests.begin("p", one.signal);
    const second = requests.join("p", other.signal);
    await turn();
    one.abort();
    assert.equal(await first, undefined);
    assert.equal(started[0]?.signal.aborted, false);
    other.abort();
    assert.equal(await second, undefined);
    assert.equal(started[0].signal.aborted, true);
  });

  test("go on for one who waits without an end", async () => {
    const { started, requests } = server();
    const controller = new AbortController();
    const patient = requests.begin("p");
    const impatient = requests.join("p", controller.signal);
    await turn();
    controller.abort();
    assert.equal(await impatient, undefined);
    started[0]?.answer();
    assert.equal(await patient, 1);
  });

  test("that fail do not keep the next one from coming", async () => {
    const { started, requests } = server();
    const first = requests.begin("p");
    await turn();
    const second = requests.begin("p");
    started[0]?.fail();
    await assert.rejects(first, /request 1/);
    await turn();
    started[1]?.answer();
    assert.equal(await second, 2);
  });

  test("about what is forgotten are ended, and say why", async () => {
    const { started, requests } = server();
    void requests.begin("p");
    await turn();
    requests.forget("p");
    assert.equal(started[0]?.signal.reason, FORGOTTEN);
    const next = requests.begin("p");
    await turn();
    started[1]?.answer();
    assert.equal(await next, 2);
  });
});
