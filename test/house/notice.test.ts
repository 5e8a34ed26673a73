import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import * as esbuild from "esbuild";
import { carriedPackages, packageFolder } from "../../scripts/notice/carried.mjs";
import { copyrightHeader, readLicence } from "../../scripts/notice/licence.mjs";

const root = path.resolve(import.meta.dirname, "../..");

test("a file belongs to the innermost package around it", () => {
  assert.equal(packageFolder("core/json/tree.ts"), undefined);
  assert.equal(packageFolder("node_modules/jose/dist/index.js"), "node_modules/jose");
  assert.equal(packageFolder("node_modules/@a/b/index.js"), "node_modules/@a/b");
  assert.equal(packageFolder("node_modules/a/node_modules/@b/c/d.js"), "node_modules/a/node_modules/@b/c");
});

test("the copyright at the head of a file, without comment signs", () => {
  assert.equal(
    copyrightHeader("// Copyright 2024 A\n//\n// Text\nimport a;\n// more"),
    "Copyright 2024 A\n\nText",
  );
  assert.equal(copyrightHeader("/*\n * Copyright (c) B.\n * Text\n */\nlet a;"), "Copyright (c) B.\nText");
  assert.equal(copyrightHeader("// only a remark\nlet a;"), undefined);
  assert.equal(copyrightHeader("let a; // Copyright 2024"), undefined);
});

test("what a bundle carries is found and has its licence", async () => {
  const { metafile } = await esbuild.build({
    stdin: {
      contents: `import { parse } from "jsonc-parser"; import { proto3, Timestamp } from "@bufbuild/protobuf";
        console.log(parse, proto3, Timestamp);`,
      resolveDir: root,
    },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    mainFields: ["module", "main"],
  });
  const carried = carriedPackages([metafile]);
  assert.deepEqual([...carried.keys()], ["node_modules/@bufbuild/protobuf", "node_modules/jsonc-parser"]);

  const [protobuf, parser] = await Promise.all(
    [...carried].map(([folder, files]) => readLicence(root, folder, files)),
  );
  assert.match(parser!.text, /The MIT License.*Copyright \(c\) Microsoft/s);
  // This package has no licence file: the heads of its files say what there is to say.
  assert.match(protobuf!.text, /^Its licence is the Apache License.*Copyright 2021-2024 Buf Technologies/s);
  assert.match(protobuf!.text, /Copyright 2008 Google Inc.*Redistributions in binary form must reproduce/s);
});
