/** A routing test out of its text. Never throws: what does not fit is named with its place. */
import { readJson } from "../json/reader.ts";
import { Kind, type Node } from "../json/tree.ts";
import { isFilledText } from "../protocol/fields.ts";
import { incomingCall } from "../routing/input/read.ts";
import { sourceAddressFault } from "../routing/trunk/choose-trunk.ts";
import { describeSyntax } from "../text/describe-syntax.ts";
import { Fields } from "./fields.ts";
import { readExpectation } from "./read-expectation.ts";
import type { Source, TestCall, TestFile, TestFileProblem } from "./test-file.ts";

export interface TestFileReading {
  readonly file: TestFile;
  readonly problems: readonly TestFileProblem[];
}

const FILE_FIELDS = ["$schema", "description", "rules", "trunks", "calls"];
const CALL_FIELDS = ["name", "to", "from", "sourceIp", "pin", "noPin", "expect"];
const NOTHING: TestFile = { rules: [], trunks: [], calls: [] };

export function readTestFile(text: string, hasRawBytes = false): TestFileReading {
  const fields = new Fields(readJson(text, hasRawBytes));
  const syntax = fields.tree.problems[0];
  if (syntax) {
    fields.report(syntax, `This is no JSON: ${describeSyntax(syntax.kind)}.`);
    return { file: NOTHING, problems: fields.problems };
  }
  const members = fields.members(0, "A routing test", FILE_FIELDS);
  if (fields.tree.kind(0) !== Kind.Object) return { file: NOTHING, problems: fields.problems };
  const top = { start: fields.tree.start(0), end: fields.tree.start(0) + 1 };
  const rules = sources(fields, members.get("rules"), "rules");
  if (!members.has("rules")) fields.report(top, 'A routing test names its rules: "rules" is missing.');
  const trunks = sources(fields, members.get("trunks"), "trunks");
  const calls = fields.list(members.get("calls"), "calls");
  if (!members.has("calls") || calls?.length === 0)
    fields.report(top, 'A routing test has calls: "calls" is missing or empty.');
  const read = (calls ?? []).map((node, index) => readCall(fields, node, index));
  return { file: { rules, trunks, calls: read }, problems: fields.problems };
}

/** One source or a list of them. */
function sources(fields: Fields, node: Node | undefined, name: string): Source[] {
  if (node === undefined) return [];
  const { tree } = fields;
  const nodes = tree.kind(node) === Kind.Array ? tree.children(node) : [node];
  return nodes.flatMap((item): Source[] => {
    const range = fields.range(item);
    if (tree.kind(item) === Kind.Object) return [{ kind: "inline", text: tree.raw(item), ...range }];
    if (isFilledText(tree, item)) return [{ kind: "path", text: tree.stringValue(item), ...range }];
    fields.report(range, `"${name}" holds paths, relative to this file, or objects.`);
    return [];
  });
}

function readCall(fields: Fields, node: Node, index: number): TestCall {
  const members = fields.members(node, "A call", CALL_FIELDS);
  const range = fields.range(node);
  const text = (name: string): string => fields.text(members.get(name), name) ?? "";
  const [to, from, pin, sourceAddress] = [text("to"), text("from"), text("pin"), text("sourceIp")];
  const noPin = fields.truth(members.get("noPin"), "noPin") ?? false;
  const call = incomingCall({ to, from, pin, noPin, sourceAddress });
  const top = { start: range.start, end: range.start + 1 };
  for (const name of ["to", "from"])
    if (!members.has(name)) fields.report(top, `A call has a number for "${name}", which may be empty.`);
  if (noPin && pin !== "") fields.report(range, '"pin" and "noPin" exclude each other.');
  const fault = sourceAddressFault(call);
  const address = members.get("sourceIp");
  if (fault && address !== undefined)
    fields.report(fields.range(address), `This is no address: ${fault.text}`);
  const expected = members.get("expect");
  if (expected === undefined) fields.report(top, 'A call says what is to become of it: "expect" is missing.');
  const name = text("name");
  return {
    name: name === "" ? `call ${index + 1} to ${to} from ${from}` : name,
    call,
    expect: expected === undefined ? {} : readExpectation(fields, expected),
    ...range,
  };
}
