/** Pictures made of examples, and what is found in them. */
import { applyEdits } from "../../../core/fixes.ts";
import { checkInPicture, checkTrunks, type TrunkProblem } from "../../../core/picture/check-picture.ts";
import type { ExamplePicture } from "../../../core/picture/check.ts";
import { Picture, type PictureOptions } from "../../../core/picture/picture.ts";
import type { Problem } from "../../../core/problem.ts";
import { readRule, readTrunk } from "../../../core/routing/input/read.ts";
import { unmarked } from "../checks/marked.ts";

/** The marks are taken out. */
export function pictureOf(example: ExamplePicture, options: PictureOptions = {}): Picture {
  const { files, trunks, deployed, agentNames, isStated = false } = example;
  const picture = new Picture({ isStated, ...options });
  picture.setFacts({
    ...(trunks && { trunks: trunks.map((trunk) => ({ trunk: readTrunk(trunk).value })), hasAllTrunks: true }),
    ...(deployed && {
      deployed: deployed.map((rule) => ({ origin: "deployed", rule: readRule(rule).value }) as const),
    }),
    agentNames,
  });
  for (const [uri, text] of Object.entries(files)) picture.setFile(uri, unmarked(text).text);
  return picture;
}

/** By file; files without a problem are left out. */
export function problemsByFile(picture: Picture, code: string): Map<string, Problem[]> {
  const found = new Map<string, Problem[]>();
  for (const uri of picture.uris()) {
    const problems = checkInPicture(picture, uri).filter((problem) => problem.code === code);
    if (problems.length > 0) found.set(uri, problems);
  }
  return found;
}

export function trunkProblems(picture: Picture, code: string): TrunkProblem[] {
  return checkTrunks(picture).filter(({ problem }) => problem.code === code);
}

/** The picture with one edit in one file. */
export function fixedText(text: string, problem: Problem, index = 0): string | undefined {
  const fix = problem.fixes[index];
  return fix && applyEdits(text, fix.edits);
}
