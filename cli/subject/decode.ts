/** `subject -- decode`: LiveKit's verdict on a document. */
import { decodeUtf8 } from "../../core/json/bytes.ts";
import { readJson } from "../../core/json/reader.ts";
import { canonicalMessage } from "../../core/protocol/canonical.ts";
import { FIELD_NAMES } from "../../core/protocol/schema.ts";
import { judge, type Reader } from "../../core/protocol/verdict.ts";

interface DecodeQuestion {
  id: unknown;
  target: Reader;
  withId?: boolean;
  text?: string;
  b64?: string;
}

export function decodeAnswer(question: DecodeQuestion): object {
  const { text, hasRawBytes } =
    question.b64 === undefined
      ? { text: question.text ?? "", hasRawBytes: false }
      : decodeUtf8(Buffer.from(question.b64, "base64"));
  const tree = readJson(text, hasRawBytes, FIELD_NAMES);
  const verdict = judge(tree, question.target, question.withId);
  if (!verdict.ok) return { id: question.id, ok: false, stage: verdict.stage, error: verdict.error };
  return { id: question.id, ok: true, canonical: canonicalMessage(tree, 0) };
}
