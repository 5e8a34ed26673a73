/** One call over HTTP, in the order of LiveKit's generated Twirp servers (livekit/protocol, livekit_sip.twirp.go). */
import { quote } from "../../core/routing/quote.ts";
import { answerJson } from "./answer-json.ts";
import type { Call, Context, Service } from "./call.ts";
import { respond, type EmulatorRequest, type EmulatorResponse } from "./exchange.ts";
import type { Fields } from "./message-value.ts";
import { encodeProtobuf } from "./protobuf/encode.ts";
import { readBinaryRequest, readJsonRequest } from "./read-request.ts";
import { badRoute, malformed, noHandler } from "./twirp-error.ts";

const JSON_TYPE = "application/json";
const PROTOBUF_TYPE = "application/protobuf";

/**
 * @param path decoded
 * @throws {TwirpError} for everything that LiveKit refuses
 */
export function answerCall(
  service: Service,
  request: EmulatorRequest,
  path: string,
  context: Context,
): EmulatorResponse {
  const { method, headers, body } = request;
  if (method !== "POST")
    throw badRoute(`unsupported method ${quote(method)} (only POST is allowed)`, method, path);
  const [name = "", ...rest] = path.split("/").slice(3);
  const call = rest.length === 0 && Object.hasOwn(service, name) ? service[name] : undefined;
  if (!call) throw noHandler(method, path);
  const contentType = headers["content-type"] ?? "";
  switch (contentType.split(";", 1)[0]?.trim().toLowerCase()) {
    case JSON_TYPE:
      return respond(200, JSON_TYPE, answerJson(call.handle(jsonFields(call, body), context), call.answer));
    case PROTOBUF_TYPE:
      return respond(
        200,
        PROTOBUF_TYPE,
        encodeProtobuf(call.handle(binaryFields(call, body), context), call.answer),
      );
    default:
      throw badRoute(`unexpected Content-Type: ${quote(contentType)}`, method, path);
  }
}

function jsonFields(call: Call, body: Uint8Array): Fields {
  const fields = readJsonRequest(body, call.request);
  if (!fields) throw malformed("the json request could not be decoded");
  return fields;
}

function binaryFields(call: Call, body: Uint8Array): Fields {
  const fields = readBinaryRequest(body, call.request);
  if (!fields) throw malformed("the protobuf request could not be decoded");
  return fields;
}
