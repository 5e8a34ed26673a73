import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { faithfulSchema } from "../schema/schema.mjs";

/** Gives json-server.mjs its schema. */
const schemaPlugin = {
  name: "schema",
  setup(building) {
    building.onResolve({ filter: /^bench:schema$/ }, () => ({ path: "schema", namespace: "bench" }));
    building.onLoad({ filter: /.*/, namespace: "bench" }, () => ({
      contents: JSON.stringify(faithfulSchema()),
      loader: "json",
    }));
  },
};

/**
 * Bundles the reference server as a product would ship it: one minified file.
 * @param {string} outfile
 */
export async function bundleJsonServer(outfile) {
  await build({
    entryPoints: [fileURLToPath(new URL("json-server.mjs", import.meta.url))],
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    mainFields: ["module", "main"],
    conditions: ["module", "import", "node", "require"],
    legalComments: "none",
    logLevel: "warning",
    plugins: [schemaPlugin],
  });
}
