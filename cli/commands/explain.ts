/** `explain`: what a problem is and why it matters. */
import { allChecks, isPictureCheck } from "../../core/all-checks.ts";
import type { Check, Example } from "../../core/check.ts";
import type { PictureCheck, PictureExample } from "../../core/picture/check.ts";
import { excerpt } from "../check/excerpt.ts";
import { Lines } from "../check/lines.ts";
import { defineCommand, UsageError } from "../command.ts";
import { didYouMean } from "../../core/text/did-you-mean.ts";
import { painter, type Paint } from "../terminal/colour.ts";
import { textColumns } from "../terminal/columns.ts";
import { stdout } from "../terminal/streams.ts";
import { visible, visibleLines } from "../../core/text/visible.ts";
import { wrap } from "../terminal/wrap.ts";

export const explain = defineCommand({
  name: "explain",
  summary: "Explain a problem by its code, or list all codes",
  operands: "[code]",
  description: [],
  options: {
    color: { kind: "choice", choices: ["auto", "always", "never"], default: "auto", help: "colours" },
  },
  examples: [
    { command: "livekit-dispatch explain trailing-comma", does: "why it matters and what LiveKit does" },
    { command: "livekit-dispatch explain", does: "every code with its weight and title" },
  ],

  async run({ color }, [code, ...more]) {
    if (more.length > 0) throw new UsageError("explain takes one code.");
    const paint = painter(color, process.stdout);
    if (code === undefined) {
      await stdout.write(table());
      return 0;
    }
    const check = allChecks.find((candidate) => candidate.code === code);
    if (!check) {
      const codes = allChecks.map((candidate) => candidate.code);
      throw new UsageError(`There is no problem with the code "${visible(code)}".${didYouMean(code, codes)}`);
    }
    await stdout.write(page(check, paint, textColumns(process.stdout)));
    return 0;
  },
});

function table(): string {
  const width = Math.max(...allChecks.map(({ code }) => code.length));
  const rows = allChecks.map(
    ({ code, severity, title }) => `${code.padEnd(width)}  ${severity.padEnd(7)}  ${title}\n`,
  );
  return rows.join("");
}

function page(check: Check | PictureCheck, paint: Paint, columns: number): string {
  const parts = [
    `${paint("bold", check.title)} (${check.code})`,
    wrap(check.why, columns),
    severityText(check),
  ];
  // The built program leaves the examples out.
  const { examples = [] } = check as { readonly examples?: readonly (Example | PictureExample)[] };
  if (examples.length > 0)
    parts.push(
      paint("bold", "Examples"),
      ...examples.map((example) =>
        isPictureCheck(check)
          ? pictureText(example as PictureExample, paint)
          : exampleText(example as Example, paint),
      ),
    );
  return `${parts.join("\n\n")}\n`;
}

function severityText(check: Check | PictureCheck): string {
  const { severity } = check;
  if (severity === "error") return "It counts as an error.";
  const usual = `It counts as ${severity === "info" ? "a note" : `a ${severity}`}`;
  const isEverRefused =
    !isPictureCheck(check) && (check.decodes !== undefined || check.refuses !== undefined);
  return isEverRefused ? `${usual}, and as an error where LiveKit refuses it.` : `${usual}.`;
}

function exampleText(example: Example, paint: Paint): string {
  const target = example.target && example.target !== "auto" ? ` (--for ${example.target})` : "";
  if ("good" in example) return `${paint("green", "Fine")}${target}:\n${indented(example.good)}`;
  const fixed =
    example.fixed === undefined ? "" : `\n  ${paint("green", "Fixed")}:\n${indented(example.fixed)}`;
  return `${paint("red", "Reported")}${target}:\n${marked(example.bad)}${fixed}`;
}

/** File by file, with what else is known. */
function pictureText(example: PictureExample, paint: Paint): string {
  const picture = "bad" in example ? example.bad : "good" in example ? example.good : example.badTrunk;
  const head = "good" in example ? paint("green", "Fine") : paint("red", "Reported");
  const files = Object.entries(picture.files).map(([name, text]) => `  ${name}:\n${marked(text)}`);
  const known = [
    ...(picture.trunks ?? []).map((trunk) => `  a trunk:\n${indented(JSON.stringify(trunk))}`),
    ...(picture.deployed ?? []).map((rule) => `  a deployed rule:\n${indented(JSON.stringify(rule))}`),
    ...(picture.agentNames ? [`  agents in the code: ${picture.agentNames.join(", ")}`] : []),
  ];
  return [`${head}:`, ...files, ...known].join("\n");
}

function indented(text: string): string {
  return visibleLines(text.trimEnd()).replace(/^/gm, "    ");
}

/** The text with carets under what `⟦` and `⟧` mark. */
function marked(example: string): string {
  const ranges: { start: number; end: number }[] = [];
  let text = "";
  for (const part of example.split(/(?=[⟦⟧])/)) {
    if (part.startsWith("⟦")) ranges.push({ start: text.length, end: text.length });
    const open = ranges.at(-1);
    if (part.startsWith("⟧") && open) open.end = text.length;
    text += part.replace(/^[⟦⟧]/, "");
  }
  const lines = new Lines(text);
  const last = lines.place(text.trimEnd().length).line;
  const out: string[] = [];
  for (let line = 1; line <= last; line++) {
    const range = lines.range(line);
    const here = ranges.filter((place) => lines.place(place.start).line === line);
    out.push(excerpt(text, range, here[0] ?? range, Infinity).source);
    for (const place of here) out.push(excerpt(text, range, place, Infinity).marker);
  }
  return indented(out.join("\n"));
}
