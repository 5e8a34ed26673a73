/** A document in another form. */
import { convertTo } from "../../core/rules/convert.ts";
import type { OpenDocument } from "../documents.ts";
import type { ConvertAnswer, ConvertParams } from "../messages.ts";
import { toProtocolRange, toTextEdit } from "../positions.ts";
import type { Reading } from "../readings.ts";

export function convert(
  { file }: Reading,
  { text, version }: OpenDocument,
  { form }: ConvertParams,
): ConvertAnswer {
  const conversion = convertTo(file, form);
  if (!conversion.ok) {
    const { reason, range } = conversion;
    return { version, reason, range: range ? toProtocolRange(text, range) : null };
  }
  const edits = conversion.edits.map((edit) => toTextEdit(text, edit));
  return { version, text: conversion.text, edits, removed: conversion.removed };
}
