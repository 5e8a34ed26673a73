/** Keeps what was entered for a project, or says why that cannot be done. */
import * as vscode from "vscode";
import type { Entered } from "./project-form.ts";
import type { Projects } from "./projects.ts";

/** @param replaced the name of the project that is changed @returns whether it is kept */
export async function saveProject(
  { own }: Projects,
  { project, secret }: Entered,
  replaced?: string,
): Promise<boolean> {
  try {
    await own.save(project, secret, replaced);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      `The project was not saved, because VS Code could not store its secret. ${reason}`,
    );
    return false;
  }
}
