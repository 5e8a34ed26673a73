/**
 * What hardly anybody sends, against the emulator and the real server: claims in every casing, methods that Node does
 * not know, addresses and heads of other forms.
 */
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { connect } from "node:net";
import { after, before, describe, test } from "node:test";
import { emptyServer } from "./support/raw-call.ts";
import { servers, type OpenServer } from "./support/servers.ts";

/** A head of a request without its version and its empty line; `@` stands for a good token's header. */
interface Raw {
  readonly head: string;
  readonly answer: RegExp;
}

const LIST = "/twirp/livekit.SIP/ListSIPDispatchRule";
const badMethod = (method: string): RegExp =>
  new RegExp(
    `^HTTP/1\\.1 404 Not Found\\r\\n[^]*{"code": ?"bad_route", ?"msg": ?"unsupported method \\\\"${method}\\\\" \\(only POST is allowed\\)", ?"meta": ?{"twirp_invalid_route": ?"${method} ${LIST}"}}`,
  );

const RAW: readonly Raw[] = [
  { head: `FOO ${LIST} HTTP/1.1\nHost: x\n@`, answer: badMethod("FOO") },
  { head: `post ${LIST} HTTP/1.1\nHost: x\n@`, answer: badMethod("post") },
  { head: `X-Y ${LIST} HTTP/1.1\nHost: x`, answer: badMethod("X-Y") },
  { head: `FOO / HTTP/1.1\nHost: x`, answer: /^HTTP\/1\.1 200 OK\r\n[^]*\r\n\r\nOK$/ },
  { head: `FOO /nope HTTP/1.1\nHost: x`, answer: /^HTTP\/1\.1 404 [^]*404 page not found/ },
  { head: `FOO /twirp//x/ HTTP/1.1\nHost: x`, answer: /^HTTP\/1\.1 307 [^]*location: \/twirp\/x\//i },
  { head: `F(O / HTTP/1.1\nHost: x`, answer: /^HTTP\/1\.1 400 Bad Request\r\n[^]*400 Bad Request$/ },
  { head: `garbage`, answer: /^HTTP\/1\.1 400 Bad Request\r\n[^]*400 Bad Request$/ },
  {
    head: `GET / HTTP/1.1\nConnection: close`,
    answer: /^HTTP\/1\.1 400 Bad Request: missing required Host header\r\n/,
  },
  {
    head: `POST http://x${LIST} HTTP/1.1\nHost: x\nContent-Type: application/json\nContent-Length: 2\n@`,
    answer: /^HTTP\/1\.1 200 OK\r\n[^]*{"items": ?\[\]}/,
  },
];

const MALFORMED = "invalid token: <token>, error: token is malformed: could not JSON decode claim: ";
const wrongType = (what: string, struct: string, path: string, type: string): string =>
  `${MALFORMED}json: cannot unmarshal ${what} into Go struct field ${struct}.ClaimGrants.${path} of type ${type}`;
const NO_GRANT = `{"code":"unauthenticated","msg":"permissions denied"}`;
const EMPTY = `{"items":[]}`;
const NO_TOKEN = "invalid authorization token";

/** What stands in the token, with `K` for the key and `T` for the ordinary times; and the answer to a list. */
const CLAIMS: readonly (readonly [claims: string, answer: string])[] = [
  [`{"iss":K,T,"SIP":{"ADMIN":true}}`, EMPTY],
  [`{"iss":K,T,"\u017fip":{"admin":true}}`, EMPTY],
  [`{"ISS":K,"sip":{"admin":true}}`, EMPTY],
  [`{"iss":"other","Iss":K,"sip":{"admin":true}}`, EMPTY],
  [`{"iss":K,"ISS":"other","sip":{"admin":true}}`, "invalid API key: other"],
  [`{"iss":K,"iss":null,"sip":{"admin":true}}`, EMPTY],
  [`{"iss":K,T,"sip":{"admin":true},"sip":{"call":true}}`, EMPTY],
  [`{"iss":K,T,"Sip":{"admin":true},"sip":{"admin":false}}`, NO_GRANT],
  [`{"iss":K,T,"sip":{"admin":true},"SIP":null}`, NO_GRANT],
  [`{"iss":K,T,"sip":{"admin":true,"admin":null}}`, EMPTY],
  [
    `{"iss":K,"EXP":1000,"sip":{"admin":true}}`,
    "invalid token: <token>, error: token has invalid claims: token is expired",
  ],
  [`{"iss":K,"exp":"99999999999","sip":{"admin":true}}`, EMPTY],
  [`{"iss":K,"Exp":"x","sip":{"admin":true}}`, NO_TOKEN],
  [`{"iss":K,"exp":1e400,"sip":{"admin":true}}`, NO_TOKEN],
  [`{"iss":K,"AUD":5,"sip":{"admin":true}}`, NO_TOKEN],
  [`{"iss":K,"aud":["a"],"sip":{"admin":true}}`, EMPTY],
  [`null`, "invalid API key: "],
  [`[1]`, NO_TOKEN],
  [`{"iss":K,T,"sip":{"Admin":1}}`, wrongType("number", "SIPGrant", "sip.admin", "bool")],
  [`{"iss":K,T,"Sip":"x"}`, wrongType("string", "tokenClaims", "sip", "auth.SIPGrant")],
  [`{"iss":K,T,"kindDetails":["a",1],"sip":5}`, wrongType("number", "tokenClaims", "kindDetails", "string")],
  [`{"iss":K,T,"attributes":{"a":true}}`, wrongType("bool", "tokenClaims", "attributes", "string")],
  [`{"iss":K,T,"video":{"INGRESSADMIN":[]}}`, wrongType("array", "VideoGrant", "video.ingressAdmin", "bool")],
  [`{"iss":K,T,"agent":{"admin":{}}}`, wrongType("object", "AgentGrant", "agent.admin", "bool")],
  [
    `{"iss":K,T,"roomConfig":{"name":5}}`,
    `${MALFORMED}proto: (line 1:9): invalid value for string field name: 5`,
  ],
  [`{"iss":K,T,"roomConfig":5}`, `${MALFORMED}proto: syntax error (line 1:1): unexpected token 5`],
  [`{"iss":K,T,"sip":{"admin":true},"foo":5,"sfu":5}`, EMPTY],
];

/** A field of a binary message that holds a message or a text. */
function message(field: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const tag = field < 16 ? [(field << 3) | 2] : [((field << 3) & 0x7f) | 0x82, field >> 4];
  return Buffer.concat([Buffer.from([...tag, body.length]), body]);
}

const base64 = (text: string): string => Buffer.from(text).toString("base64url");

for (const { name, skip, open } of servers.filter((server) => !server.name.includes("directly")))
  describe(name, skip === undefined ? {} : { skip }, () => {
    let server: OpenServer;
    before(async () => {
      server = await open();
      await emptyServer(server);
    });
    after(() => server.close());

    function tokenOf(claims: string): string {
      const { apiKey, apiSecret } = server.connection;
      const now = Math.floor(Date.now() / 1000);
      const text = claims
        .replace("K", JSON.stringify(apiKey))
        .replace(",T,", `,"nbf":${now - 5},"exp":${now + 600},`);
      const signed = `${base64(`{"alg":"HS256"}`)}.${base64(text)}`;
      return `${signed}.${createHmac("sha256", apiSecret).update(signed).digest("base64url")}`;
    }

    for (const { head, answer } of RAW)
      test(head.split("\n")[0], async () => {
        const good = `Authorization: Bearer ${tokenOf(`{"iss":K,T,"sip":{"admin":true}}`)}`;
        const { hostname, port } = new URL(server.connection.url);
        const socket = connect(Number(port), hostname);
        const lines = `${head.replace("@", good)}\nConnection: close\n\n`.replaceAll("\n", "\r\n");
        socket.write(`${lines}{}`);
        const chunks: Buffer[] = [];
        for await (const chunk of socket as AsyncIterable<Buffer>) chunks.push(chunk);
        assert.match(Buffer.concat(chunks).toString(), answer);
      });

    test("fields of a newer LiveKit, in binary: kept where they stand, and gone with what they stand in", async () => {
      await emptyServer(server);
      const call = async (name: string, ...body: Buffer[]): Promise<string> => {
        const response = await fetch(`${server.connection.url}/twirp/livekit.SIP/${name}SIPDispatchRule`, {
          method: "POST",
          headers: {
            "content-type": "application/protobuf",
            authorization: `Bearer ${tokenOf(`{"iss":K,T,"sip":{"admin":true}}`)}`,
          },
          body: Buffer.concat(body),
        });
        assert.equal(response.status, 200);
        return Buffer.from(await response.arrayBuffer()).toString("latin1");
      };
      const unknown = (text: string): Buffer => message(999, Buffer.from(text));
      const inRule = message(2, message(1, message(1, Buffer.from("a")), unknown("direct")), unknown("rule"));
      const created = await call("Create", message(10, inRule, unknown("info")), unknown("request"));
      const id = message(1, Buffer.from(/SDR_\w{12}/.exec(created)?.[0] ?? ""));
      const keptIn = (answer: string): string[] =>
        ["direct", "rule", "info", "request", "patch"].filter((text) => answer.includes(text));
      assert.deepEqual(keptIn(created), ["direct", "rule", "info"]);
      assert.deepEqual(keptIn(await call("List")), ["direct", "rule", "info"]);
      const name = message(3, message(3, Buffer.from("name")), unknown("patch"));
      assert.deepEqual(keptIn(await call("Update", id, name)), ["direct", "rule", "info"]);
      const plain = message(2, message(1, message(1, Buffer.from("b"))));
      assert.deepEqual(keptIn(await call("Update", id, message(3, plain))), ["info"]);
      assert.deepEqual(keptIn(await call("Update", id, message(2, plain))), []);
      await emptyServer(server);
      const flat = [message(1, message(1, message(1, Buffer.from("a")), unknown("direct")), unknown("rule"))];
      assert.deepEqual(keptIn(await call("Create", ...flat, unknown("request"))), ["direct", "rule"]);
      await emptyServer(server);
    });

    for (const [claims, expected] of CLAIMS)
      test(claims, async () => {
        const token = tokenOf(claims);
        const response = await fetch(`${server.connection.url}${LIST}`, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
          body: "{}",
        });
        const text = (await response.text()).replaceAll(token, "<token>").replace(/proto:\s/, "proto: ");
        assert.equal(text.replaceAll(/([,:]) (?=["{[])/g, "$1"), expected);
      });
  });
