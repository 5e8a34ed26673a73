// @ts-check
/**
 * Several scripts from one entry: what it needs at once, and what it imports late. All work in Node (CommonJS) and in a
 * browser's worker, neither of which can load modules as VS Code starts them. esbuild splits only ES modules, so each
 * of those is made a function here, and the few lines of `runtime` connect them.
 */
import path from "node:path";
import { transform } from "esbuild";

/**
 * `scripts`: each module as a function; `load`: what `import()` of one becomes. In Node a late script is required;
 * a worker has nothing to load it with but what its host puts into `livekitDispatchLoad`.
 * @param {string} entry name of the module to start @param {Record<string, string>} late scripts by names of modules
 * @param {readonly string[]} functions
 */
const runtime = (entry, late, functions) => `"use strict";(function(){
var scripts=globalThis.livekitDispatchScripts={},made={},outer=typeof require=="function"?require:void 0,late=${JSON.stringify(late)};
function need(name){if(!scripts[name])return outer(name);var module=made[name];
if(!module){module=made[name]={exports:{}};try{scripts[name](module,module.exports,need,load)}catch(e){delete made[name];throw e}}return module.exports}
async function load(name){if(!scripts[name]){if(outer)outer("./"+late[name]);else await globalThis.livekitDispatchLoad(late[name])}
return need(name)}
Object.assign(scripts,{
${functions.join(",\n")}
});need("${entry}")})();
`;

/**
 * @param {import("esbuild").BuildResult<{ metafile: true, write: false }>} result of a build of ES modules with splitting
 * @param {import("./entries.mjs").Entry} entry with `late`
 * @param {boolean} minify
 * @returns {Promise<Record<string, string>>} the scripts by their names
 */
export async function lateScripts(
  { metafile: { outputs }, outputFiles },
  { source, output, late = [] },
  minify,
) {
  /** @param {string} file */
  const moduleOf = (file) => {
    const name = Object.keys(outputs).find((each) => outputs[each]?.entryPoint === file);
    if (name === undefined) throw new Error(`no module is made of ${file}`);
    return name;
  };
  const entries = new Set(late.map(({ source }) => moduleOf(source)));
  const atOnce = reached(outputs, moduleOf(source), entries);
  const later = late.map(({ source, output }) => ({
    output,
    names: reached(outputs, moduleOf(source), entries),
  }));
  /** @param {string} name where its function goes: what several scripts need goes into the first one */
  const scriptOf = (name) => {
    const needing = later.filter(({ names }) => names.has(name));
    return atOnce.has(name) || needing.length !== 1 ? output : (needing[0]?.output ?? output);
  };
  /** @type {Record<string, string[]>} */
  const functions = Object.fromEntries(
    [output, ...late.map(({ output }) => output)].map((name) => [name, []]),
  );
  for (const name of Object.keys(outputs)) {
    const text = outputFiles.find((file) => path.basename(file.path) === path.basename(name))?.text ?? "";
    functions[scriptOf(name)]?.push(await asFunction(name, text, minify));
  }
  const lateModules = Object.fromEntries(late.map(({ source, output }) => [keyOf(moduleOf(source)), output]));
  return Object.fromEntries(
    Object.entries(functions).map(([name, list]) => [
      name,
      name === output
        ? runtime(keyOf(moduleOf(source)), lateModules, list)
        : `Object.assign(globalThis.livekitDispatchScripts,{\n${list.join(",\n")}\n});\n`,
    ]),
  );
}

/**
 * What is loaded with a module: all that is imported, now or later, but for what is another script.
 * @param {import("esbuild").Metafile["outputs"]} outputs @param {string} start @param {ReadonlySet<string>} others
 */
function reached(outputs, start, others) {
  const found = new Set([start]);
  for (const name of found)
    for (const { path: imported, external } of outputs[name]?.imports ?? [])
      if (!external && !others.has(imported)) found.add(imported);
  return found;
}

/** @param {string} name @param {string} text of an ES module @param {boolean} minify */
async function asFunction(name, text, minify) {
  // `load` is a parameter of the function.
  const loading = text.replace(/\bimport\((?=["']\.\/)/g, "load(");
  const { code } = await transform(loading, { format: "cjs", platform: "node", target: "es2022", minify });
  // In brackets it is compiled at once, and not a second time when it is called.
  return `${JSON.stringify(keyOf(name))}:(function(module,exports,require,load){${code.trimEnd()}\n})`;
}

/** How the modules, which lie in one folder, name each other. @param {string} name */
function keyOf(name) {
  return `./${path.basename(name)}`;
}
