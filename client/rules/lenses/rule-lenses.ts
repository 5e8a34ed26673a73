/**
 * Code lenses on rule files. They use what is known of the active project, and ask for nothing, unless they have said
 * already how a file compares: then that is read anew where the project is another one now.
 */
import * as vscode from "vscode";
import { latest, type DeployedState } from "../../deployed/load.ts";
import type { ProjectEntry } from "../../projects/project-entry.ts";
import type { Deployed } from "../../deployed/deployed.ts";
import { LANGUAGE_ID } from "../../language/language-id.ts";
import type { Projects } from "../../projects/projects.ts";
import { rulePlace, RULE_SCHEME } from "../documents/rule-address.ts";
import { lensesOf } from "./lens-model.ts";

/** Documents that nobody can write have nothing to be done with. */
const READ_ONLY: ReadonlySet<string> = new Set(["livekit-draft", "livekit-compare", "git"]);

export class RuleLenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #registered: vscode.Disposable;
  #hasCompared = false;

  constructor(
    private readonly projects: Projects,
    private readonly deployed: Deployed,
  ) {
    const changed = (): void => this.#changed.fire();
    this.#registered = vscode.Disposable.from(
      vscode.languages.registerCodeLensProvider({ language: LANGUAGE_ID }, this),
      projects.onDidChange(changed),
      deployed.onDidChange(changed),
    );
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const { uri } = document;
    if (READ_ONLY.has(uri.scheme)) return [];
    const isDeployed = uri.scheme === RULE_SCHEME;
    const id = rulePlace(uri)?.projectId;
    const project = await (id === undefined ? this.projects.active() : this.projects.connect(id));
    const lenses = lensesOf(document.getText(), {
      projectName: project?.entry.name,
      state: project && this.#stateOf(project.entry),
      isDeployed,
    });
    return lenses.map(({ offset, title, command }) => {
      const place = document.positionAt(offset);
      return new vscode.CodeLens(new vscode.Range(place, place), {
        title,
        command: command === undefined ? "" : `livekitDispatch.${command}`,
        arguments: [uri],
      });
    });
  }

  #stateOf(entry: ProjectEntry): DeployedState | undefined {
    const load = this.deployed.of(entry);
    const state = latest(load);
    if (state) this.#hasCompared = true;
    else if (load.kind === "unknown" && this.#hasCompared) void this.deployed.load(entry.id);
    return state;
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
  }
}
