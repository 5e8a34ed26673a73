/** The rules and trunks that `simulate` and `conflicts` are asked about: of files, of a project, or of both. */
import type { InboundTrunk } from "../../core/routing/types.ts";
import type { ExitCode } from "../command.ts";
import { asIfDeployed, loadDeployed, type DeployedValues } from "./load-deployed.ts";
import { loadRules } from "./load-rules.ts";
import type { LeftOut } from "../../core/routing/sourced-rule.ts";
import { loadTrunks } from "./load-trunks.ts";
import type { SourcedRule } from "../../core/routing/sourced-rule.ts";

export interface LoadedQuestion {
  readonly rules: readonly SourcedRule[];
  /** `undefined`: nothing is known of them. */
  readonly trunks: readonly InboundTrunk[] | undefined;
  /** Whether these are all: none of those in a file was left out. */
  readonly hasAllTrunks: boolean;
  readonly leftOut: readonly LeftOut[];
}

interface Named extends DeployedValues {
  /** A file, which goes before the trunks of the project. */
  readonly trunks: string | undefined;
}

/**
 * Throws `UsageError` for files that cannot be read.
 * @param operands rule files; without any the current folder, unless a project is asked for
 * @returns an exit code where the project could not be asked, for which it has said why
 */
export async function loadQuestion(
  values: Named,
  operands: readonly string[],
  isJson: boolean,
): Promise<LoadedQuestion | ExitCode> {
  const trunks = values.trunks === undefined ? undefined : loadTrunks(values.trunks);
  const files = operands.length > 0 ? await loadRules(operands) : undefined;
  const deployed = await loadDeployed(values, isJson);
  if (typeof deployed === "number") return deployed;
  const found = deployed
    ? asIfDeployed(deployed, files ?? { rules: [], leftOut: [] })
    : (files ?? (await loadRules([])));
  return {
    rules: found.rules,
    trunks: trunks?.trunks ?? deployed?.trunks,
    hasAllTrunks: trunks ? trunks.leftOut.length === 0 : deployed !== undefined,
    leftOut: [...found.leftOut, ...(trunks?.leftOut ?? [])],
  };
}
