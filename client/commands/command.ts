/** What a command is. Each stands in a file of its own; its title and where it appears are in the manifest. */
import type * as vscode from "vscode";
import type { Deployed } from "../deployed/deployed.ts";
import type { Explorer } from "../explorer/explorer.ts";
import type { SimulatedCalls } from "../explorer/simulated-calls.ts";
import type { RuleFilesView } from "../explorer/files/rule-files-view.ts";
import type { AgentFiles } from "../facts/agent-files.ts";
import type { Projects } from "../projects/projects.ts";
import type { RuleFlows } from "../rules/rule-flows.ts";
import type { LanguageServer } from "../language/language-server.ts";

/** What a command may use. */
export interface Services {
  readonly server: LanguageServer;
  readonly output: vscode.LogOutputChannel;
  /** Where the extension's own files are: a folder, or an address on the web. */
  readonly extensionUri: vscode.Uri;
  readonly projects: Projects;
  readonly deployed: Deployed;
  /** The view of what is deployed: what is selected in it, and showing something there. */
  readonly explorer: Explorer;
  /** The pages about simulated calls. */
  readonly simulatedCalls: SimulatedCalls;
  /** The view of the workspace's rule files. */
  readonly ruleFiles: RuleFilesView;
  /** The agents that the workspace's code registers. */
  readonly agents: AgentFiles;
  /** Creating, updating, deleting, and taking it back. */
  readonly rules: RuleFlows;
}

export interface Command {
  /** As in the manifest. */
  readonly id: `livekitDispatch.${string}`;
  /**
   * @param argument whatever the caller gave: nothing from the palette, a document or a node of a view from a menu
   * @param selection every node that was selected when it was called on one of several
   */
  readonly run: (
    services: Services,
    argument?: unknown,
    selection?: readonly unknown[],
  ) => Promise<void> | void;
}

export function defineCommand(command: Command): Command {
  return command;
}
