/** `fields`: what LiveKit's fields do, without a browser. */
import { defineCommand, UsageError } from "../command.ts";
import { loadDocumentation } from "../fields/documentation.ts";
import { fieldPage } from "../fields/field-page.ts";
import { fieldsOfPath, nearestPath, RULE } from "../fields/field-path.ts";
import { fieldTree } from "../fields/field-tree.ts";
import { painter } from "../terminal/colour.ts";
import { columnsOr, textColumns } from "../terminal/columns.ts";
import { stdout } from "../terminal/streams.ts";
import { visible } from "../../core/text/visible.ts";

export const fields = defineCommand({
  name: "fields",
  summary: "Explain the fields of a dispatch rule",
  operands: "[path]",
  description: [
    "Without a path: the fields of a rule as a tree. A path names one field in either spelling, from the rule on or from the wrapper.",
  ],
  options: {
    depth: { kind: "text", placeholder: "NUMBER", help: "how many levels of the tree to show; default 3" },
    color: { kind: "choice", choices: ["auto", "always", "never"], default: "auto", help: "colours" },
  },
  examples: [
    { command: "livekit-dispatch fields", does: "every field of a rule" },
    {
      command: "livekit-dispatch fields room_config.agents",
      does: "which agents join, and all that can be said about them",
    },
    {
      command: "livekit-dispatch fields dispatch_rule.rule.dispatchRuleIndividual.pin",
      does: "the same spelling as in the file",
    },
  ],

  async run({ depth, color }, [path, ...more]) {
    if (more.length > 0) throw new UsageError("fields takes one path.");
    if (depth !== undefined && !/^[1-9]\d?$/.test(depth))
      throw new UsageError("--depth is a number from 1 to 99.");
    const look = {
      documentation: await loadDocumentation(),
      paint: painter(color, process.stdout),
      // Nothing is cut for `grep`.
      columns: columnsOr(process.stdout, Infinity),
      textColumns: textColumns(process.stdout),
      depth: Number(depth ?? 3),
    };
    if (path === undefined) {
      await stdout.write(`${fieldTree(RULE, look)}\n`);
      return 0;
    }
    const found = fieldsOfPath(path);
    if (!found) throw new UsageError(`There is no field "${visible(path)}".${suggestion(path)}`);
    await stdout.write(fieldPage(found, look));
    return 0;
  },
});

function suggestion(path: string): string {
  const nearest = path.length > 200 ? undefined : nearestPath(path);
  return nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
}
