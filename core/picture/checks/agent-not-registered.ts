import { suggestedFix } from "../../fixes.ts";
import { quoteString } from "../../json/strings.ts";
import { candidate, nearest } from "../../text/nearest.ts";
import { inWords, quoted } from "../../text/show.ts";
import { definePictureCheck } from "../check.ts";
import { viewOf } from "../places.ts";
import { agentNamesOf, agentPlaces } from "../support/agents.ts";

export default definePictureCheck({
  code: "agent-not-registered",
  severity: "warning",
  title: "Agent that no worker registers",
  why: `A rule dispatches an agent by its exact name. Where no worker has registered under that name, nobody joins, and the
caller hears ringing until the call ends. The names are those in the workspace's code (\`agent_name=\` in Python,
\`agentName:\` in JavaScript); where the code names no agent, or takes a name from elsewhere, nothing is said.`,

  checkRule(rule, picture, report) {
    const known = picture.agentNames;
    if (!known?.length || agentNamesOf(rule.rule).every((name) => known.includes(name))) return;
    const view = viewOf(rule);
    for (const { name, node } of agentPlaces(view)) {
      if (name === "" || known.includes(name)) continue;
      report(node, {
        message: `No worker in this workspace's code registers as ${quoted(name)}; it has ${listed(known)}.`,
        fixes: () => {
          const meant =
            nearest(
              name,
              known.map((one) => candidate(one, one)),
            ) ?? onlyOne(known);
          if (meant === undefined) return [];
          const edit = {
            start: view.tree.start(node),
            end: view.tree.end(node),
            newText: quoteString(meant),
          };
          return [suggestedFix(`Use ${quoteString(meant)}`, edit)];
        },
      });
    }
  },

  examples: [
    {
      bad: {
        files: {
          "rule.json": `{"dispatch_rule": {"rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}, "room_config": {"agents": [{"agent_name": ⟦"triage-agent"⟧}]}}}`,
        },
        agentNames: ["billing", "triage_agent"],
      },
      fixed: {
        "rule.json": `{"dispatch_rule": {"rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}, "room_config": {"agents": [{"agent_name": "triage_agent"}]}}}`,
      },
    },
    {
      good: {
        files: {
          "rule.json": `{"dispatch_rule": {"rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}, "room_config": {"agents": [{"agent_name": "triage"}]}}}`,
        },
        agentNames: ["billing", "triage"],
      },
    },
    {
      good: {
        files: {
          "rule.json": `{"dispatch_rule": {"rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}, "room_config": {"agents": [{"agent_name": "triage"}]}}}`,
        },
      },
    },
  ],
});

function onlyOne(names: readonly string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined;
}

function listed(names: readonly string[]): string {
  const rest = names.length - 3;
  return inWords([...names.slice(0, 3).map(quoted), ...(rest > 0 ? [`${rest} more`] : [])]);
}
