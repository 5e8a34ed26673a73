/** What the extension does when it starts, the same in Node and in a browser's worker. */
import * as vscode from "vscode";
import { offerCheckActions } from "./checks/check-actions.ts";
import { registerCommands } from "./commands/index.ts";
import { Deployed } from "./deployed/deployed.ts";
import type { ExtensionHost } from "./extension-host.ts";
import { Explorer } from "./explorer/explorer.ts";
import { SimulatedCalls } from "./explorer/simulated-calls.ts";
import { RuleFilesView } from "./explorer/files/rule-files-view.ts";
import { CLIENT_NAME } from "./language/client-options.ts";
import { AgentFiles } from "./facts/agent-files.ts";
import { AgentNavigation } from "./facts/agent-navigation.ts";
import { FactsSender } from "./facts/facts-sender.ts";
import { FileStatusItem } from "./language/file-status-item.ts";
import { LanguageServer } from "./language/language-server.ts";
import { redactedOutput } from "./live/redacted-output.ts";
import { MetadataFiles } from "./metadata/metadata-files.ts";
import { ProjectStatusItem } from "./projects/project-status-item.ts";
import { ProjectWatch } from "./projects/project-watch.ts";
import { Projects } from "./projects/projects.ts";
import { RuleFiles } from "./rules/documents/rule-files.ts";
import { RuleLenses } from "./rules/lenses/rule-lenses.ts";
import { RuleFlows } from "./rules/rule-flows.ts";

export async function activateExtension(
  context: vscode.ExtensionContext,
  { readPlaces, createClient }: ExtensionHost,
): Promise<LanguageServer> {
  const { extensionUri, subscriptions } = context;
  const output = redactedOutput(vscode.window.createOutputChannel(CLIENT_NAME, { log: true }));
  const server = new LanguageServer(createClient(extensionUri, output), output);
  const projects = new Projects(context, readPlaces);
  const deployed = new Deployed(projects);
  const explorer = new Explorer(projects, deployed, context.workspaceState);
  const simulatedCalls = new SimulatedCalls();
  const ruleFiles = new RuleFilesView(projects, deployed);
  const rules = new RuleFlows(context, output, projects, deployed, explorer);
  const agents = new AgentFiles();
  subscriptions.push(
    output,
    projects,
    deployed,
    explorer,
    simulatedCalls,
    ruleFiles,
    new ProjectStatusItem(projects),
    new ProjectWatch(projects, context.secrets),
    registerCommands({
      server,
      output,
      extensionUri,
      projects,
      deployed,
      explorer,
      simulatedCalls,
      ruleFiles,
      agents,
      rules,
    }),
    rules,
    new RuleFiles(projects, deployed, rules),
    new RuleLenses(projects, deployed),
    new FileStatusItem(server),
    new MetadataFiles(),
    agents,
    new FactsSender(server, projects, deployed, agents),
    new AgentNavigation(agents),
    offerCheckActions(),
  );
  await server.start();
  // Nobody waits for that.
  void agents.search();
  return server;
}
