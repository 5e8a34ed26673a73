import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { program } from "./run-cli.ts";

function message(content: object): string {
  const text = JSON.stringify({ jsonrpc: "2.0", ...content });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

test("lsp --stdio answers as a language server and ends when it is told to", async () => {
  const child = spawn(process.execPath, [program, "lsp", "--stdio"]);
  let output = "";
  child.stdin.write(
    message({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } }),
  );
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
    // An editor waits for the answers as well.
    if (output.includes(`"id":2`)) child.stdin.end(message({ method: "exit" }));
    else if (output.includes(`"id":1`)) child.stdin.write(message({ id: 2, method: "shutdown" }));
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  assert.match(output, /^Content-Length: \d+\r\n\r\n\{"jsonrpc":"2\.0","id":1,"result":\{.*"capabilities":/);
  assert.equal(code, 0);
});
