import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { allowsNode } from "./node-range.ts";

interface Package {
  readonly version: string;
  readonly license: string;
  readonly engines: { readonly node: string; readonly vscode: string };
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly engines?: { readonly node?: string } }>
  >;
}

const root = path.resolve(import.meta.dirname, "../..");
const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), "utf8"));
const manifest = readJson("package.json") as Package;
const lock = readJson("package-lock.json") as Lock;

test("every dependency has one exact version, the one in the lock file", () => {
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    assert.match(version, /^\d+\.\d+\.\d+$/, name);
    assert.equal(lock.packages[`node_modules/${name}`]?.version, version, name);
  }
});

test("the editor we ask for is the one whose types we build against", () => {
  assert.equal(manifest.engines.vscode, "^1.100.0");
  assert.equal(manifest.engines.vscode, `^${manifest.devDependencies["@types/vscode"] ?? ""}`);
});

test("every dependency runs on Node 20", () => {
  const refusing = Object.entries(lock.packages)
    .filter(([, { engines }]) => engines?.node !== undefined && !allowsNode(engines.node, [20, 19, 0]))
    .map(([folder, { engines }]) => `${folder}: ${engines?.node ?? ""}`);
  assert.deepEqual(refusing, []);
});

test("ranges of Node versions are read as npm reads them", () => {
  const cases: readonly (readonly [range: string, allowed: boolean])[] = [
    [">=18", true],
    [">= 20.19", true],
    [">20", false],
    ["^18.18.0 || ^20.9.0 || >=21.1.0", true],
    ["18 || 20 || >=22", true],
    ["20.x", true],
    ["^20.19.1", false],
    [">=22.12.0", false],
    [">=18 <20", false],
    ["~20.18", false],
    ["*", true],
  ];
  for (const [range, allowed] of cases) assert.equal(allowsNode(range, [20, 19, 0]), allowed, range);
  assert.throws(() => allowsNode("latest", [20, 19, 0]));
});

test("there is one lock file, npm's", () => {
  const locks = ["package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock"];
  assert.deepEqual(
    locks.filter((name) => existsSync(path.join(root, name))),
    ["package-lock.json"],
  );
});

test("the command line is a file that the build writes", () => {
  assert.deepEqual(manifest.bin, { "livekit-dispatch": "dist/livekit-dispatch.mjs" });
});

for (const name of ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "NOTICE"]) {
  test(`${name} is there and says something`, () => {
    assert.ok(readFileSync(path.join(root, name), "utf8").trim().length > 200);
  });
}

test("links between the documents lead somewhere", () => {
  const documents = readdirSync(root).filter((name) => name.endsWith(".md"));
  const dead = documents.flatMap((document) => {
    const links = readFileSync(path.join(root, document), "utf8").matchAll(
      /\]\((?!https?:|#|mailto:)([^)#\s]+)/g,
    );
    return [...links].flatMap(([, link = ""]) =>
      existsSync(path.join(root, link)) ? [] : [`${document}: ${link}`],
    );
  });
  assert.deepEqual(dead, []);
});

test("the licence is the one that the manifest names", () => {
  assert.equal(manifest.license, "Apache-2.0");
  assert.match(
    readFileSync(path.join(root, "LICENSE"), "utf8"),
    /Apache License\s+Version 2\.0, January 2004/,
  );
});
