// The files of a workspace as a large team might have it.
import { EXAMPLES } from "./examples.mjs";
import { fullRule } from "./full-rule.mjs";
import { print } from "./print.mjs";
import { random, times } from "./random.mjs";
import { storedRule } from "./stored-rules.mjs";

const examples = Object.values(EXAMPLES);

/**
 * Texts of `count` files: 60 % wrapped rules, 25 % of the size of the documentation's examples, 15 % of 2 KB;
 * one in fifty is cut off.
 * @param {number} count
 */
export function workspaceFiles(count) {
  const next = random(3);
  return times(count, (index) => {
    const text = file(index, next);
    return next() < 0.02 ? text.slice(0, -8) : text;
  });
}

function file(index, next) {
  const share = next();
  if (share < 0.6) return print({ dispatchRule: withoutServerFields(storedRule(index, next)) });
  if (share < 0.85) return examples[index % 6].replace('"pin": "', '"pin": "' + (index % 9999));
  return print(fullRule()).replace("support-emea-", `s${index}-`);
}

function withoutServerFields(rule) {
  const request = { ...rule };
  delete request.sipDispatchRuleId;
  delete request.createdAt;
  return request;
}
