// All documents of the benchmark by name.
import { brokenInTheMiddle, brokenRules } from "./broken.mjs";
import { EXAMPLES } from "./examples.mjs";
import { fullRule } from "./full-rule.mjs";
import { flat, print } from "./print.mjs";
import { storedList } from "./stored-rules.mjs";

/** A full rule, 2 KB. */
export const rule2k = () => print(fullRule());

/** A list of `count` rules; 1,000 are 0.56 MB. */
export const list = (count) => print(storedList(count));

/**
 * Valid documents, small ones first.
 * @returns {Record<string, string>}
 */
export function validDocuments() {
  return {
    ...named("example-", EXAMPLES),
    "rule-2k": rule2k(),
    "list-100": list(100),
    "list-1000": list(1000),
    "list-10000": list(10_000),
  };
}

/**
 * Documents with something wrong in each.
 * @returns {Record<string, string>}
 */
export function badDocuments() {
  return named("bad-", { ...brokenRules(), "list-1000": brokenInTheMiddle(list(1000)) });
}

function named(prefix, texts) {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [prefix + name, flat(text)]));
}
