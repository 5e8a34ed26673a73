/** All that is known about projects, without their secrets. */
import { lkWords } from "../../livekit/projects/lk.ts";
import { namedProjects, type Places } from "../../livekit/projects/places.ts";
import { hostOf, missingIn, type Project } from "../../livekit/projects/project.ts";
import type { Lost, Resolution } from "../../livekit/projects/resolve.ts";
import { visible } from "../../core/text/visible.ts";
import { columnsOfText } from "../terminal/width.ts";
import { summaryOf } from "./project-words.ts";

/** A line for each project, then what lost and what `lk` takes. */
export function projectList(resolution: Resolution, places: Places): string {
  const taken = resolution.ok ? resolution.project : undefined;
  const named = namedProjects(places);
  const all = taken && !named.includes(taken) ? [...named, taken] : named;
  const width = Math.max(0, ...all.map(({ name }) => columnsOfText(visible(name))));
  const lines = all.map((project) => {
    const name = visible(project.name);
    const gap = " ".repeat(width - columnsOfText(name));
    return `${project === taken ? "*" : " "} ${name}${gap}  ${visible(hostOf(project.url))}  ${visible(project.place)}${lackOf(project)}`;
  });
  for (const each of resolution.lost) lines.push(`Lost: ${lostWords(each)}`);
  lines.push(`lk ${visible(lkWords(resolution.lk))}`);
  return `${lines.join("\n")}\n`;
}

function lackOf(project: Project): string {
  const missing = missingIn(project);
  return missing.length === 0 ? "" : `  (no ${missing.join(", no ")})`;
}

function lostWords({ title, project, reason }: Lost): string {
  return project
    ? `${title}, "${visible(project.name)}" (${visible(project.host)}): ${reason}`
    : `${title}: ${visible(reason)}`;
}

export function projectsJson(resolution: Resolution, places: Places): object {
  const { lost, warnings, lk } = resolution;
  const answer = resolution.ok
    ? { project: summaryOf(resolution), isSameAsLk: resolution.isSameAsLk }
    : { project: null, problem: resolution.problem, advice: resolution.advice };
  const projects = namedProjects(places).map((project) => ({
    name: project.name,
    host: hostOf(project.url),
    place: project.place,
    missing: missingIn(project),
  }));
  return { ...answer, projects, lost, warnings, lk: { ...lk, words: lkWords(lk) } };
}
