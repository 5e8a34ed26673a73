/** What is shipped: nothing too much, nothing missing, and small. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { before, describe, test } from "node:test";
import { packagedExtension } from "../../../scripts/start/packaged-extension.mjs";
import { editionOf, whyNotHere } from "../headless/editions.mjs";
import { unpack } from "../headless/program.mjs";

const LARGEST_KIB = 600;

/** Which hold many files of one kind. */
const FOLDERS = ["docs/checks/", "client/walkthrough/"];
const isIn = (folders: readonly string[], name: string) => folders.some((folder) => name.startsWith(folder));

const edition = editionOf("newest");
const missing = whyNotHere(edition);
const skip = missing === undefined ? false : `cannot run here: ${missing}`;
const source = (file: string) => readFileSync(path.resolve(import.meta.dirname, "../../..", file), "utf8");

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly contributes: unknown;
  readonly type?: string;
}

describe("the package", { skip }, () => {
  let vsix = "";
  let folder = "";
  let manifest: Manifest;
  before(() => {
    vsix = packagedExtension();
    folder = unpack(edition, vsix);
    manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Manifest;
  });

  test("holds what is named here and nothing else", () => {
    const files = (readdirSync(folder, { recursive: true }) as string[])
      .filter((name) => statSync(path.join(folder, name)).isFile() && !isIn(FOLDERS, name))
      .filter((name) => name !== ".vsixmanifest"); // added by VS Code
    assert.deepEqual(files.map((name) => name.toLowerCase()).sort(), [
      ...["changelog.md", "client/icon.png", "client/view.svg"],
      ...["dist/documentation.json", "dist/extension.cjs", "dist/extension.js"],
      ...["dist/server.features.js", "dist/server.js", "dist/server.picture.js"],
      ...[
        "docs/configuration.md",
        "docs/images/two-kinds.png",
        "license.txt",
        "notice",
        "package.json",
        "readme.md",
      ],
      ...["schemas/configuration.schema.json", "schemas/dispatch-test.schema.json"],
      "syntaxes/language-configuration.json",
      ...["syntaxes/livekit-dispatch-rule.tmlanguage.json", "syntaxes/snippets.json"],
    ]);
  });

  test(`has at most ${LARGEST_KIB} KiB`, (t) => {
    const kibibytes = Math.ceil(statSync(vsix).size / 1024);
    t.diagnostic(`${kibibytes} KiB`);
    assert.ok(kibibytes <= LARGEST_KIB, `${kibibytes} KiB`);
  });

  test("has a page for every check", () => {
    const { configuration } = manifest.contributes as { configuration: { properties: Settings } };
    const codes = Object.keys(configuration.properties["livekitDispatch.checks"].properties);
    const pages = readdirSync(path.join(folder, "docs/checks"));
    assert.deepEqual(
      codes.filter((code) => !pages.includes(`${code}.md`)),
      [],
    );
  });

  test("contributes what the repository's manifest says", () => {
    const { contributes, main, browser } = JSON.parse(source("package.json")) as Manifest;
    assert.deepEqual(manifest.contributes, contributes);
    assert.deepEqual([manifest.main, manifest.browser], [main, browser]);
  });

  test("is no ES module, which VS Code would refuse in a worker", () => {
    assert.equal(manifest.type, undefined);
  });

  test("gives no rule file to VS Code's own JSON server, which would then speak up as well", () => {
    const { jsonValidation, ...others } = manifest.contributes as { jsonValidation: unknown };
    assert.deepEqual(jsonValidation, [
      { fileMatch: ".livekit-dispatch.json", url: "./schemas/configuration.schema.json" },
      { fileMatch: "*.dispatch-test.json", url: "./schemas/dispatch-test.schema.json" },
    ]);
    assert.doesNotMatch(JSON.stringify(others), /jsonLanguageParticipants/);
  });
});

interface Settings {
  readonly "livekitDispatch.checks": { readonly properties: Readonly<Record<string, unknown>> };
}
