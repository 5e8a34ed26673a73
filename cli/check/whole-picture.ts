/** The whole picture for `check`: the files that are checked, the trunks, and what is deployed, as far as it was asked for. */
import type { Levels } from "../../core/check-document.ts";
import type { DecodedText } from "../../core/json/bytes.ts";
import { checkInPicture, checkTrunks } from "../../core/picture/check-picture.ts";
import type { PictureTrunk } from "../../core/picture/origin.ts";
import { Picture } from "../../core/picture/picture.ts";
import type { Problem } from "../../core/problem.ts";
import { trunksInText } from "../../core/routing-tests/trunks-in-text.ts";
import type { ExitCode } from "../command.ts";
import { namesInCode } from "./names-in-code.ts";
import { asksForDeployed } from "../live/options.ts";
import { loadDeployed, type Deployed, type DeployedValues } from "../routing/load-deployed.ts";
import { loadTrunks } from "../routing/load-trunks.ts";
import { say } from "../terminal/streams.ts";
import { visible } from "../../core/text/visible.ts";

export interface OtherFile {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

export interface WholePicture {
  /** Takes a file in, before the first one is reported. */
  take(name: string, file: DecodedText): void;
  problemsOf(name: string, levels: Levels): readonly Problem[];
  /** What is to be reported besides the files, once they are all in. */
  others(levelsFor: (path: string) => Levels): readonly OtherFile[];
}

export interface PictureValues extends DeployedValues {
  readonly together: boolean;
  readonly trunks: string | undefined;
  /** Folders of code in which workers register. */
  readonly code: readonly string[];
}

interface TrunkFile {
  readonly path: string;
  readonly text: string;
  readonly trunks: readonly PictureTrunk[];
  /** Whether none was left out. */
  readonly hasAll: boolean;
}

/**
 * Throws `UsageError` for a file of trunks that cannot be read.
 * @returns nothing where the options ask for none; an exit code where the project could not be asked
 */
export async function loadPicture(
  values: PictureValues,
  isJson: boolean,
): Promise<WholePicture | ExitCode | undefined> {
  const isDeployed = asksForDeployed(values);
  const hasCode = values.code.length > 0;
  if (!values.together && values.trunks === undefined && !isDeployed && !hasCode) return undefined;
  const agentNames = hasCode ? namesInCode(values.code) : undefined;
  const given = values.trunks === undefined ? undefined : trunksOfFile(values.trunks);
  const deployed = await loadDeployed(values, isJson);
  if (typeof deployed === "number") return deployed;
  const trunks = given ?? (deployed && trunksOfProject(deployed));
  const isStated = values.together || isDeployed;
  const picture = new Picture({ isStated, scope: isStated ? "everywhere" : "file" });
  picture.setFacts({
    agentNames,
    ...(trunks && { trunks: trunks.trunks, hasAllTrunks: trunks.hasAll }),
    ...(deployed && {
      deployed: deployed.rules.map(({ rule }) => ({ origin: "deployed", rule }) as const),
    }),
  });
  return {
    take: (name, { text, hasRawBytes }) => void picture.setFile(name, text, hasRawBytes),
    problemsOf: (name, levels) => checkInPicture(picture, name, levels),
    others(levelsFor) {
      if (!trunks) return [];
      const { path, text } = trunks;
      const problems = checkTrunks(picture, levelsFor(path)).map(({ problem }) => problem);
      return problems.length > 0 ? [{ path, text, problems }] : [];
    },
  };
}

function trunksOfFile(path: string): TrunkFile {
  const { trunks, text, places, leftOut } = loadTrunks(path);
  for (const { place, reason } of leftOut) say(`${visible(place)}: left out: ${visible(reason)}\n`);
  return { path, text, trunks: withPlaces(trunks, places, path), hasAll: leftOut.length === 0 };
}

/** A project has no file: what is reported about its trunks gets a text of its own, without anything that is secret. */
function trunksOfProject({ project, trunks }: Deployed): TrunkFile {
  const path = `inbound trunks of ${project}`;
  const items = trunks.map(({ sipTrunkId, name, numbers }) => ({ sipTrunkId, name, numbers }));
  const text = `${JSON.stringify({ items }, null, 2)}\n`;
  return { path, text, trunks: withPlaces(trunks, trunksInText(text).places, path), hasAll: true };
}

function withPlaces(
  trunks: readonly PictureTrunk["trunk"][],
  places: readonly { readonly start: number; readonly end: number }[],
  uri: string,
): PictureTrunk[] {
  return trunks.map((trunk, index) => {
    const place = places[index];
    return place ? { trunk, place: { uri, ...place } } : { trunk };
  });
}
