/** Runs a recorded case on a server and names what differs. */
import assert from "node:assert/strict";
import type { ApiCase, CaseRequest, CaseResponse } from "./api-cases.ts";
import { authorization, claims, signed, type Pair } from "./tokens.ts";

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** How a request reaches the server: over HTTP, or by a direct call. */
export type Send = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
) => Promise<HttpAnswer>;

const ID = /\b(SDR|ST|RM)_[23456789A-HJ-NP-Za-km-z]{12}\b/g;
const CORS = [
  ...["origin", "methods", "headers", "credentials", "private-network"].map(
    (part) => `access-control-allow-${part}`,
  ),
  ...["access-control-expose-headers", "access-control-max-age", "vary", "allow"],
];

/** The ids of one run by their names in the case: `SDR_1`, `ST_1`, in order of appearance. */
class Ids {
  private readonly names = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  toNames(text: string): string {
    return text.replace(ID, (id: string, kind: string) => {
      const known = this.names.get(id);
      if (known !== undefined) return known;
      const count = (this.counts.get(kind) ?? 0) + 1;
      this.counts.set(kind, count);
      this.names.set(id, `${kind}_${count}`);
      return `${kind}_${count}`;
    });
  }

  toReal(text: string): string {
    return text.replace(/\b(SDR|ST|RM)_[1-9]\d?\b/g, (name) => this.real(name) ?? name);
  }

  real(name: string): string | undefined {
    for (const [id, known] of this.names) if (known === name) return id;
    return undefined;
  }
}

/**
 * @param empty deletes everything on the server
 * @throws {assert.AssertionError} at the first step that differs
 */
export async function replay(
  testCase: ApiCase,
  pair: Pair,
  send: Send,
  empty: () => Promise<void>,
): Promise<void> {
  const { steps, setup = 0, idOrder = [] } = testCase;
  for (let attempt = 0; attempt < 400; attempt++) {
    await empty();
    const ids = new Ids();
    const answers: CaseResponse[] = [];
    for (const step of steps.slice(0, setup)) answers.push(await perform(step.request, pair, send, ids));
    const order = idOrder.map((name) => ids.real(name) ?? "");
    // Ids are random: where their order matters, the first steps are repeated until they fall right.
    if (order.some((id, index) => index > 0 && order[index - 1]! >= id)) continue;
    for (const step of steps.slice(setup)) answers.push(await perform(step.request, pair, send, ids));
    for (const [index, step] of steps.entries())
      compare(step.response, step.responseSince_1_13_6, answers[index]!, index);
    return;
  }
  assert.fail("the ids never fell in the order of the case");
}

async function perform(request: CaseRequest, pair: Pair, send: Send, ids: Ids): Promise<CaseResponse> {
  const auth = request.claims
    ? `Bearer ${signed(claims(pair, request.claims), pair.secret)}`
    : authorization(request.auth, pair);
  const headers = {
    ...(auth === undefined || request.authInQuery ? {} : { authorization: auth }),
    ...((request.contentType ?? "") === "" ? {} : { "content-type": request.contentType ?? "" }),
    ...request.headers,
  };
  const query = request.authInQuery ? `?access_token=${auth?.slice("Bearer ".length) ?? ""}` : "";
  const answer = await send(request.method, ids.toReal(request.path) + query, headers, bodyOf(request, ids));
  const raw = Buffer.from(answer.body).toString();
  const text = ids.toNames(
    auth !== undefined && auth.length > 60 ? raw.replaceAll(auth.slice(7), "<token>") : raw,
  );
  const contentType = answer.headers["content-type"] ?? null;
  return {
    status: answer.status,
    contentType,
    headers: Object.fromEntries(
      CORS.filter((name) => name in answer.headers).map((name) => [name, answer.headers[name]!]),
    ),
    ...(contentType === "application/json" && text !== "" ? { json: tidy(JSON.parse(text)) } : { text }),
  };
}

function bodyOf(request: CaseRequest, ids: Ids): Uint8Array {
  if (request.bodyBase64 !== undefined) return Buffer.from(request.bodyBase64, "base64");
  const parts = request.bodyParts?.map((part) =>
    typeof part === "string" ? part : part.repeat.repeat(part.times),
  );
  return Buffer.from(parts?.join("") ?? ids.toReal(request.body ?? ""));
}

function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      if (/^creation_time(_ms)?$/.test(name) && item !== "0") return [name, "<time>"];
      return [name, name === "turn_password" && item !== "" ? "<secret>" : tidy(item)];
    }),
  );
}

/** Either of the two recorded answers is right; what it does not mention is not compared. */
function compare(
  expected: CaseResponse,
  newer: CaseResponse | undefined,
  actual: CaseResponse,
  step: number,
): void {
  const asRecorded = (recorded: CaseResponse): object => {
    const { status, contentType, headers, json } = recorded;
    const body = json === undefined ? { text: recorded.text } : { json };
    return { status, contentType, ...(headers && { headers }), ...body };
  };
  const reduced = { ...actual, ...(expected.headers ? {} : { headers: undefined }) };
  const clean = (response: object): unknown => JSON.parse(JSON.stringify(response));
  try {
    assert.deepEqual(clean(reduced), clean(asRecorded(expected)), `step ${step + 1}`);
  } catch (error) {
    if (!newer) throw error;
    assert.deepEqual(clean(reduced), clean(asRecorded(newer)), `step ${step + 1}`);
  }
}
