/** Every command, in the order in which `--help` lists them. To add one, write its file and name it here. */
import type { Command } from "../command.ts";
import { check } from "./check.ts";
import { conflicts } from "./conflicts.ts";
import { convert } from "./convert.ts";
import { create } from "./create.ts";
import { deleteCommand } from "./delete.ts";
import { diff } from "./diff.ts";
import { emulator } from "./emulator.ts";
import { explain } from "./explain.ts";
import { fields } from "./fields.ts";
import { get } from "./get.ts";
import { help } from "./help.ts";
import { importCommand } from "./import.ts";
import { list } from "./list.ts";
import { lsp } from "./lsp.ts";
import { projects } from "./projects.ts";
import { simulate } from "./simulate.ts";
import { test } from "./test.ts";
import { update } from "./update.ts";

const onFiles: readonly Command[] = [check, convert, explain, fields];
const onCalls: readonly Command[] = [simulate, conflicts, test];
const onProjects: readonly Command[] = [
  create,
  list,
  get,
  update,
  deleteCommand,
  diff,
  importCommand,
  projects,
  emulator,
];

export const commands: readonly Command[] = [...onFiles, ...onCalls, ...onProjects, lsp, help];
