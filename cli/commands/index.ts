/** Every command, in the order in which `--help` lists them. To add one, write its file and name it here. */
import type { Command } from "../command.ts";
import { check } from "./check.ts";
import { convert } from "./convert.ts";
import { explain } from "./explain.ts";
import { fields } from "./fields.ts";
import { help } from "./help.ts";
import { lsp } from "./lsp.ts";

export const commands: readonly Command[] = [check, convert, explain, fields, lsp, help];
