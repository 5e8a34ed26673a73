/** What the nodes below a project share. Imports no editor. */
import type { DeployedPicture } from "../../deployed/rule-picture.ts";
import type { ProjectEntry } from "../../projects/project-entry.ts";
import type { TreeInput } from "./tree-input.ts";

export interface ProjectScope {
  readonly project: ProjectEntry;
  readonly picture: DeployedPicture;
  readonly input: TreeInput;
}
