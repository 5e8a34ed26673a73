// Reads LiveKit's messages out of the npm package @livekit/protocol: structure from its runtime
// descriptors, comments and deprecations from its type declarations (the runtime has neither).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as protocol from "@livekit/protocol";

const require = createRequire(import.meta.url);

/** The messages a dispatch rule document, an update, a list or an inbound trunk starts with. */
export const ROOTS = [
  "CreateSIPDispatchRuleRequest",
  "UpdateSIPDispatchRuleRequest",
  "ListSIPDispatchRuleResponse",
  "ListSIPInboundTrunkResponse",
];

const SCALARS = {
  1: "double",
  2: "float",
  3: "int64",
  4: "uint64",
  5: "int32",
  8: "bool",
  9: "string",
  12: "bytes",
  13: "uint32",
};

/**
 * @typedef {object} Field
 * @property {number} no
 * @property {string} name as in LiveKit's .proto files
 * @property {string} json as in JSON; both spellings are read
 * @property {string} kind
 * @property {string} [type] full name of the message or enum
 * @property {true} [list]
 * @property {true} [map] of strings to strings
 * @property {true} [optional]
 * @property {string} [oneof] full name
 * @property {true} [deprecated]
 */

/**
 * @returns {{ version: string, messages: Record<string, Field[]>, enums: Record<string, [string, number][]>,
 *   comments: Record<string, string> }} `messages` maps full names to fields in declaration order; `comments`
 *   maps `livekit.Message.field`, `livekit.Message` and `livekit.Enum.VALUE` to LiveKit's own comment.
 */
export function readProtocol() {
  const declarations = readDeclarations();
  const messages = {};
  const enums = {};
  const visit = (type) => {
    if (messages[type.typeName] || type.typeName.startsWith("google.")) return;
    const fields = (messages[type.typeName] = []);
    for (const field of type.fields.list()) {
      const entry = { no: field.no, name: field.name, json: field.jsonName, kind: "" };
      if (field.kind === "scalar") entry.kind = scalarName(field.T);
      else if (field.kind === "enum") readEnum(entry, field.T);
      else if (field.kind === "map") {
        if (
          field.V.kind !== "scalar" ||
          scalarName(field.V.T) !== "string" ||
          scalarName(field.K) !== "string"
        )
          throw new Error(
            `${type.typeName}.${field.name}: only maps of strings are known; teach core/protocol the new kind`,
          );
        entry.kind = "string";
        entry.map = true;
      } else {
        entry.kind = "message";
        entry.type = field.T.typeName;
      }
      if (field.repeated) entry.list = true;
      if (field.opt) entry.optional = true;
      if (field.oneof) entry.oneof = `${type.typeName}.${field.oneof.name}`;
      if (declarations.deprecated.has(`${type.typeName}.${field.name}`)) entry.deprecated = true;
      fields.push(entry);
      if (field.kind === "message") visit(field.T);
    }
  };
  const readEnum = (entry, type) => {
    entry.kind = "enum";
    entry.type = type.typeName;
    enums[type.typeName] = type.values.map((value) => [value.name, value.no]);
  };
  for (const root of ROOTS) visit(protocol[root]);
  const known = (path) =>
    path in messages ||
    path in enums ||
    messages[path.slice(0, path.lastIndexOf("."))] ||
    enums[path.slice(0, path.lastIndexOf("."))];
  const comments = Object.fromEntries(Object.entries(declarations.comments).filter(([path]) => known(path)));
  return { version: packageVersion(), messages, enums, comments };
}

function scalarName(type) {
  const name = SCALARS[type];
  if (!name) throw new Error(`scalar type ${type} is not known; teach core/protocol the new kind`);
  return name;
}

function packageVersion() {
  return JSON.parse(readFileSync(join(protocolFolder(), "package.json"), "utf8")).version;
}

function protocolFolder() {
  return dirname(dirname(require.resolve("@livekit/protocol")));
}

/** Comments stand in the type declarations, which the package's `exports` do not name: read by path. */
function readDeclarations() {
  const comments = {};
  const deprecated = new Set();
  for (const file of [
    "livekit_sip",
    "livekit_room",
    "livekit_agent_dispatch",
    "livekit_egress",
    "livekit_models",
  ]) {
    const text = readFileSync(join(protocolFolder(), "src/gen", `${file}_pb.d.ts`), "utf8");
    let owner = "";
    for (const [, block] of text.matchAll(/\/\*\*\n((?:\s*\*.*\n)*?)\s*\*\//g)) {
      const lines = block.split("\n").map((line) => line.replace(/^\s*\*\s?/, "").trimEnd());
      const tag = lines.find((line) => line.startsWith("@generated from "));
      if (!tag) continue;
      const prose = lines
        .filter((line) => line && !line.startsWith("@") && !/^NEXT/i.test(line))
        .join(" ")
        .trim();
      const declared = /@generated from (message|enum) (livekit\.\S+)/.exec(tag);
      const field = /@generated from (?:field|enum value): (?:.*\s)?(\w+) = \d+/.exec(tag);
      if (declared) owner = declared[2];
      else if (!field) continue;
      const path = declared ? owner : `${owner}.${field[1]}`;
      if (prose) comments[path] = prose;
      if (/\[.*deprecated = true/.test(tag)) deprecated.add(path);
    }
  }
  return { comments, deprecated };
}
