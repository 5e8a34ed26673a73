/** Places as SARIF names them. */
import { isAbsolute, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Edit, Fix, Range, RelatedPlace } from "../../core/problem.ts";
import { Lines, type Region } from "./lines.ts";

/** Name of the folder in which the check ran; whoever shows the report knows where that is for them. */
export const BASE = "%SRCROOT%";

export interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: string;
}

export function artifactLocation(path: string): ArtifactLocation {
  if (path === "<stdin>") return { uri: "stdin" };
  const inside = relative(".", resolve(path));
  // SARIF allows no `..` in a relative URI.
  if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside))
    return { uri: pathToFileURL(resolve(path)).href };
  return { uri: inside.split(sep).map(encodeSegment).join("/"), uriBaseId: BASE };
}

/** `encodeURIComponent` throws at half a surrogate pair, which a file's name may have. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, "\ufffd"));
}

export function physicalLocation(
  artifact: ArtifactLocation,
  { line, column, endLine, endColumn }: Region,
): object {
  return { artifactLocation: artifact, region: { startLine: line, startColumn: column, endLine, endColumn } };
}

export function relatedLocation(
  place: RelatedPlace,
  index: number,
  artifact: ArtifactLocation,
  lines: Lines,
): object {
  const { document, deployed, message } = place;
  const head = { id: index + 1, message: { text: message } };
  if (deployed) return { ...head, logicalLocations: [{ name: deployed.id, kind: "deployed dispatch rule" }] };
  const where = document
    ? physicalLocation(artifactLocation(document.uri), new Lines(document.text).region(place))
    : physicalLocation(artifact, lines.region(place));
  return { ...head, physicalLocation: where };
}

export function sarifFix({ title, edits }: Fix, artifact: ArtifactLocation, lines: Lines): object {
  const replacements = edits.map((edit) => replacement(edit, lines));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: artifact, replacements }] };
}

function replacement(edit: Edit, lines: Lines): object {
  return {
    deletedRegion: region(edit, lines),
    ...(edit.newText !== "" && { insertedContent: { text: edit.newText } }),
  };
}

function region(range: Range, lines: Lines): object {
  const { line, column, endLine, endColumn } = lines.region(range);
  return { startLine: line, startColumn: column, endLine, endColumn };
}
