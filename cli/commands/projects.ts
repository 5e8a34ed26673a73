/** `projects`: which projects there are, and which one is taken. Nothing is sent. */
import { resolveProject } from "../../livekit/projects/resolve.ts";
import { defineCommand, UsageError } from "../command.ts";
import { placesHere, requestOf } from "../live/find-project.ts";
import { JSON_OPTION, PROJECT_OPTIONS } from "../live/options.ts";
import { projectList, projectsJson } from "../live/project-list.ts";
import { noProjectWords, projectWords } from "../live/project-words.ts";
import { asJson } from "../live/session.ts";
import { say, stdout } from "../terminal/streams.ts";

export const projects = defineCommand({
  name: "projects",
  summary: "List the projects, which one is taken, and why",
  operands: "",
  description: [
    "Sources in their order: --project, --subdomain, --dev, options and environment (LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET), livekit.toml, the default and the only project of lk (~/.livekit/cli-config.yaml), .env files of this folder, which lk does not read.",
    "Where lk cannot find what it was asked for, it takes the only project that it has without a word; here that is an error. Secrets are never shown.",
    "Exit code: 0 a project is taken, 2 none is.",
  ],
  options: { ...JSON_OPTION, ...PROJECT_OPTIONS },
  examples: [
    { command: "livekit-dispatch projects", does: "what a command without options would use" },
    { command: "livekit-dispatch projects --project staging", does: "what one with this option would use" },
  ],

  async run(values, operands) {
    if (operands.length > 0) throw new UsageError("projects takes no operands.");
    const places = placesHere();
    const resolution = resolveProject(requestOf(values), places);
    if (values.json) await stdout.write(asJson(projectsJson(resolution, places)));
    else await stdout.write(projectList(resolution, places));
    say(resolution.ok ? projectWords(resolution) : `${noProjectWords(resolution)}\n`);
    return resolution.ok ? 0 : 2;
  },
});
