/** Colours, where somebody looks at them. */

export type Style = "bold" | "red" | "yellow" | "blue" | "cyan" | "green" | "dim";
export type Paint = (style: Style, text: string) => string;

const CODES: Readonly<Record<Style, readonly [on: string, off: string]>> = {
  bold: ["1", "22"],
  dim: ["2", "22"],
  red: ["1;31", "22;39"],
  yellow: ["1;33", "22;39"],
  blue: ["1;34", "22;39"],
  cyan: ["36", "39"],
  green: ["1;32", "22;39"],
};

export const plain: Paint = (_style, text) => text;

const coloured: Paint = (style, text) => {
  const [on, off] = CODES[style];
  return text === "" ? "" : `\u001b[${on}m${text}\u001b[${off}m`;
};

/** The option wins over the environment, FORCE_COLOR over NO_COLOR (as in Node itself), both over the terminal. */
export function painter(option: "auto" | "always" | "never", stream: { readonly isTTY?: boolean }): Paint {
  return wantsColour(option, stream) ? coloured : plain;
}

function wantsColour(option: "auto" | "always" | "never", stream: { readonly isTTY?: boolean }): boolean {
  if (option !== "auto") return option === "always";
  const force = process.env["FORCE_COLOR"];
  if (force !== undefined) return force !== "0" && force !== "false";
  if (process.env["NO_COLOR"]) return false;
  return stream.isTTY === true && process.env["TERM"] !== "dumb";
}
