/** The checks as SARIF's rules. */
import type { CheckText } from "../../core/all-checks.ts";
import type { Severity } from "../../core/problem.ts";

export type SarifLevel = "error" | "warning" | "note";

export function sarifLevel(severity: Severity): SarifLevel {
  return severity === "error" || severity === "warning" ? severity : "note";
}

export function sarifRule({ code, title, why, severity }: CheckText): object {
  const text = why.replace(/\s+/g, " ").trim();
  return {
    id: code,
    shortDescription: { text: `${title}.` },
    fullDescription: { text },
    help: { text, markdown: why.trim() },
    defaultConfiguration: { level: sarifLevel(severity) },
  };
}
