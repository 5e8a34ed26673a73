/** Whatever is said because of what is known of a project names that project: another one may be active soon. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ExamplePicture } from "../../../core/picture/check.ts";
import { pictureChecks } from "../../../core/picture/checks/index.generated.ts";
import type { Picture } from "../../../core/picture/picture.ts";
import { readRule, readTrunk } from "../../../core/routing/input/read.ts";
import { pictureOf, problemsByFile, trunkProblems } from "./pictures.ts";

/** As the language server is told by the client. */
function ofProject(example: ExamplePicture): Picture {
  const { trunks, deployed, agentNames } = example;
  const picture = pictureOf(example);
  picture.setFacts({
    project: "Demo",
    ...(trunks && { trunks: trunks.map((trunk) => ({ trunk: readTrunk(trunk).value })), hasAllTrunks: true }),
    ...(deployed && {
      deployed: deployed.map(
        (rule) => ({ origin: "deployed", rule: readRule(rule).value, project: "Demo" }) as const,
      ),
    }),
    agentNames,
  });
  return picture;
}

function messages(picture: Picture, code: string): string[] {
  return [
    ...[...problemsByFile(picture, code).values()].flat().map(({ message }) => message),
    ...trunkProblems(picture, code).map(({ problem }) => problem.message),
  ];
}

let named = 0;
for (const { code, examples } of pictureChecks)
  describe(code, () => {
    it("names the project where the problem stems from its facts, and only there", () => {
      for (const example of examples) {
        const picture = "bad" in example ? example.bad : "badTrunk" in example ? example.badTrunk : undefined;
        if (!picture) continue;
        const { trunks: _trunks, deployed: _deployed, ...files } = picture;
        const withoutFacts = messages(pictureOf(files), code);
        for (const message of messages(ofProject(picture), code)) {
          if (withoutFacts.includes(message)) continue;
          assert.match(message, /project "Demo"/i, code);
          named++;
        }
      }
    });
  });

it("that is so for many of them", () => {
  assert.ok(named >= 10, `${named}`);
});
