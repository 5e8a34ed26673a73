/** A deployed rule as people keep it in a file: as `lk sip dispatch list --json` prints it, and nothing left out. */
import { plainRule } from "./plain-rule.ts";

/**
 * Names as in JSON, without the defaults that a server adds, two blanks a level, a final line break. It is a rule
 * itself, as `lk sip dispatch update` takes it.
 * @param deployed as the server answers with it; comes back as it is where it cannot be read as a rule
 */
export function ruleFileText(deployed: string): string {
  const plain = plainRule(deployed, "json");
  return `${plain ? JSON.stringify(plain.rule, null, 2) : deployed}\n`;
}
