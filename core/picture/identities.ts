/**
 * Which rules of files and which deployed ones are one and the same, so that none is held against itself. The file
 * tells what will be deployed, so it stands for both.
 */
import { kindOf } from "../routing/rule/rule-kind.ts";
import type { DispatchRule } from "../routing/types.ts";
import { compareFiles } from "./order.ts";
import type { DeployedRule, RuleInFile } from "./origin.ts";

/** How a rule in a file is known to be a stored one, the surest first. */
const enum Tie {
  /** It is the text of the stored one, which somebody edits. */
  Self,
  Id,
  /** Nothing that decides about calls is different. */
  Content,
  /** The only deployed rule with this name. */
  Name,
}

interface Holder {
  readonly rule: RuleInFile;
  readonly tie: Tie;
}

interface Group {
  readonly deployed?: DeployedRule;
  /** The one that counts comes first. */
  readonly holders: Holder[];
}

/** What a change takes into the picture and out of it. */
export interface Sink {
  enter(rule: RuleInFile | DeployedRule): void;
  leave(rule: RuleInFile | DeployedRule): void;
}

export class Identities {
  readonly #groups = new Map<string, Group>();
  readonly #byContent = new Map<string, DeployedRule>();
  /** `undefined`: several have it. */
  readonly #byName = new Map<string, DeployedRule | undefined>();

  constructor(
    private readonly sink: Sink,
    deployed: readonly DeployedRule[] = [],
  ) {
    for (const rule of deployed) {
      const { sipDispatchRuleId: id = "", name = "" } = rule.rule;
      this.#groups.set(id, { deployed: rule, holders: [] });
      this.#byContent.set(contentKey(rule.rule), rule);
      if (name !== "") this.#byName.set(name, this.#byName.has(name) ? undefined : rule);
      sink.enter(rule);
    }
  }

  add(rule: RuleInFile): void {
    const identity = this.#identityOf(rule);
    if (!identity) {
      this.sink.enter(rule);
      return;
    }
    const { id, tie } = identity;
    const group = this.#groups.get(id) ?? { holders: [] };
    this.#groups.set(id, group);
    this.#change(group, () => {
      group.holders.push({ rule, tie });
      group.holders.sort(compareHolders);
    });
  }

  remove(rule: RuleInFile): void {
    const identity = this.#identityOf(rule);
    if (!identity) {
      this.sink.leave(rule);
      return;
    }
    const group = this.#groups.get(identity.id);
    if (!group) return;
    this.#change(group, () => {
      group.holders.splice(
        group.holders.findIndex((holder) => holder.rule === rule),
        1,
      );
    });
    if (!group.deployed && group.holders.length === 0) this.#groups.delete(identity.id);
  }

  /** The deployed rule that this one is a newer version of. */
  deployedOf(rule: RuleInFile): DeployedRule | undefined {
    const identity = this.#identityOf(rule);
    const group = identity && this.#groups.get(identity.id);
    return group?.holders[0]?.rule === rule ? group.deployed : undefined;
  }

  #change(group: Group, change: () => void): void {
    const before = counting(group);
    change();
    const after = counting(group);
    for (const rule of before) if (!after.has(rule)) this.sink.leave(rule);
    for (const rule of after) if (!before.has(rule)) this.sink.enter(rule);
  }

  #identityOf({ rule, isDeployed }: RuleInFile): { readonly id: string; readonly tie: Tie } | undefined {
    const { sipDispatchRuleId: own = "", name = "" } = rule;
    if (own !== "") return { id: own, tie: isDeployed ? Tie.Self : Tie.Id };
    const same = this.#byContent.get(contentKey(rule));
    if (same) return { id: same.rule.sipDispatchRuleId ?? "", tie: Tie.Content };
    const namesake = name === "" ? undefined : this.#byName.get(name);
    return namesake && { id: namesake.rule.sipDispatchRuleId ?? "", tie: Tie.Name };
  }
}

/** The rules of a group that count. Of rules that only share a name, those behind the first are other rules. */
function counting({ deployed, holders }: Group): Set<RuleInFile | DeployedRule> {
  const edited = holders.filter(({ tie }) => tie === Tie.Self).map(({ rule }) => rule);
  const [first, ...others] = holders.filter(({ tie }) => tie !== Tie.Self);
  const further = others.filter(({ tie }) => tie === Tie.Name).map(({ rule }) => rule);
  const counts = edited[0] ?? first?.rule ?? deployed;
  return new Set(counts ? [counts, ...further] : []);
}

function compareHolders(a: Holder, b: Holder): number {
  return a.tie - b.tie || isListed(a) - isListed(b) || compareFiles(a.rule, b.rule);
}

/** A list is what a server said once; a file of its own is what somebody works on. */
function isListed({ rule }: Holder): number {
  return rule.file.form === "list" ? 1 : 0;
}

/** Equal where the same calls end in the same rooms. */
function contentKey(rule: DispatchRule): string {
  const kind = kindOf(rule);
  const { trunkIds = [], inboundNumbers = [], numbers = [], hidePhoneNumber = false } = rule;
  const lists = [trunkIds, inboundNumbers, numbers].map((list) => [...list].sort());
  return JSON.stringify([kind?.kind, kind?.room, kind?.pin, kind?.isRandom, hidePhoneNumber, lists]);
}
