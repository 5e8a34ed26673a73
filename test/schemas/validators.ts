/** The JSON Schemas of schemas/, compiled. */
import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import type { Target } from "./conformance-cases.ts";

export const FORMS = ["wrapped", "bare", "list", "update"] as const;
export type Form = (typeof FORMS)[number];

/** VS Code's own keywords (`deprecationMessage`, `enumDescriptions` …) are not the standard's: not strict. */
const ajv = new Ajv({ strict: false, strictNumbers: true, allErrors: true });

function load(name: string): ValidateFunction {
  const schema = JSON.parse(
    readFileSync(new URL(`../../schemas/${name}`, import.meta.url), "utf8"),
  ) as object;
  return ajv.compile(schema);
}

export const anyForm: ValidateFunction = load("dispatch-rule.schema.json");

export const forms = Object.fromEntries(
  FORMS.map((form) => [form, load(`dispatch-rule.${form}.schema.json`)]),
) as Readonly<Record<Form, ValidateFunction>>;

/** A message by itself, without what the form of a file demands beyond it (a rule without `rule` is one to `lk`). */
function message(form: Form, name: string): ValidateFunction {
  const $ref = `urn:livekit-dispatch:dispatch-rule.${form}.schema.json#/definitions/livekit.${name}`;
  return ajv.compile({ type: "object", allOf: [{ $ref }] });
}

const info = message("bare", "SIPDispatchRuleInfo");

/** The schema to hold a document against for a target: what it reads is a form, or a message. */
export function schemaFor(target: Target, document: unknown): ValidateFunction {
  switch (target) {
    case "info":
    case "lk-update":
      return info;
    case "lk-create":
      return forms.wrapped;
    case "api-create":
      return isWrapped(document) ? forms.wrapped : forms.bare;
    case "api-update":
      return forms.update;
  }
}

function isWrapped(document: unknown): boolean {
  const keys = typeof document === "object" && document !== null ? Object.keys(document) : [];
  return keys.includes("dispatch_rule") || keys.includes("dispatchRule");
}
