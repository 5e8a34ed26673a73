/** How an error that nobody expected is shown: without its message, which can quote a document and a PIN in it. */
export function bugReport(error: unknown): string {
  if (!(error instanceof Error)) return "a bug in livekit-dispatch";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return ["a bug in livekit-dispatch, please report it: " + error.name, ...frames.slice(0, 8)].join("\n");
}
