/** What the checks of the whole picture say about one file, or about the trunks. */
import { FoundProblem, type Levels } from "../check-document.ts";
import type { Node } from "../json/tree.ts";
import type { Level, LiveKitSays, Problem, Range, Severity } from "../problem.ts";
import type { DispatchRule, InboundTrunk } from "../routing/types.ts";
import type { PictureCheck, PictureFinding, TrunkPicture } from "./check.ts";
import { pictureChecks } from "./checks/index.generated.ts";
import type { PictureTrunk, RuleInFile } from "./origin.ts";
import { Memory } from "./memory.ts";
import type { Picture } from "./picture.ts";
import { ServedNumbers } from "./served-numbers.ts";

const NO_LEVELS: Levels = {};
const ruleChecks = pictureChecks.filter((check) => check.checkRule !== undefined);
const trunkChecks = pictureChecks.filter((check) => check.checkTrunk !== undefined);

/**
 * Problems of one file of the picture, in document order.
 * @param levels severities that differ from the checks' own, or `off`
 */
export function checkInPicture(picture: Picture, uri: string, levels: Levels = NO_LEVELS): Problem[] {
  const problems: Problem[] = [];
  for (const rule of picture.rulesOf(uri))
    for (const check of ruleChecks) {
      if (levels[check.code] === "off") continue;
      check.checkRule?.(rule, picture, (place, finding) => {
        const severity = levels[check.code] ?? severityOf(check, finding, rule, picture);
        if (severity !== "off") problems.push(found(check, severity, finding, rangeIn(rule, place)));
      });
    }
  return problems.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The same for another text in the place of a deployed rule; see `Picture.withNewText`. */
export function checkNewText(
  picture: Picture,
  deployedId: string,
  uri: string,
  text: string,
  levels: Levels = NO_LEVELS,
): Problem[] {
  return picture.withNewText(deployedId, uri, text, () => {
    const problems = checkInPicture(picture, uri, levels);
    // They are made when they are first looked at, and ask the picture, which has other answers afterwards.
    for (const { fixes } of problems) fixes.at(0);
    return problems;
  });
}

export interface TrunkProblem {
  readonly trunk: PictureTrunk;
  readonly problem: Problem;
}

/** Problems of trunks, in the order of the trunks. Those without a place have an empty range. */
export function checkTrunks(picture: Picture, levels: Levels = NO_LEVELS): TrunkProblem[] {
  return problemsOfTrunks(picture.trunks?.all ?? [], picture, levels);
}

/** The same for what is deployed in a project, without a picture of it. @param rules all of them */
export function checkDeployedTrunks(
  trunks: readonly InboundTrunk[],
  rules: readonly DispatchRule[],
  levels: Levels = NO_LEVELS,
): TrunkProblem[] {
  const served = new ServedNumbers();
  for (const rule of rules) served.add(rule);
  const known = { project: undefined, hasAllRules: true, memory: new Memory(), rules: served };
  return problemsOfTrunks(
    trunks.map((trunk) => ({ trunk })),
    known,
    levels,
  );
}

function problemsOfTrunks(
  trunks: readonly PictureTrunk[],
  picture: TrunkPicture,
  levels: Levels,
): TrunkProblem[] {
  const problems: TrunkProblem[] = [];
  for (const trunk of trunks)
    for (const check of trunkChecks)
      check.checkTrunk?.(trunk, picture, (finding) => {
        const severity = levels[check.code] ?? finding.severity ?? check.severity;
        const { start, end } = trunk.place ?? { start: 0, end: 0 };
        if (severity !== "off")
          problems.push({ trunk, problem: found(check, severity, finding, { start, end }) });
      });
  return problems;
}

function found(check: PictureCheck, severity: Severity, finding: PictureFinding, range: Range): Problem {
  const { message, related = [], fixes, livekit } = finding;
  const says: LiveKitSays | undefined =
    livekit === undefined ? undefined : { by: "server", text: livekit, isFirst: true };
  const said = { message, related, ...(fixes && { fixes }) };
  return new FoundProblem(check.code, severity, said, range.start, range.end, says);
}

/**
 * Two files may be meant for two projects. In one folder that is less likely, but nobody has said so either; of files
 * in different folders only what LiveKit would refuse is told.
 */
function severityOf(check: PictureCheck, finding: PictureFinding, rule: RuleInFile, picture: Picture): Level {
  const severity = finding.severity ?? check.severity;
  const { beside = [], livekit } = finding;
  if (picture.isStated || beside.length === 0) return severity;
  // One rule that surely belongs to it is enough.
  if (beside.some(({ origin }) => origin === "deployed")) return severity;
  const isNear = beside.some((other) => other.origin === "file" && other.file.folder === rule.file.folder);
  if (!isNear) return livekit === undefined ? "off" : "info";
  return severity === "error" ? "warning" : severity;
}

function rangeIn(rule: RuleInFile, place: Node | Range): Range {
  if (typeof place !== "number") return place;
  const { tree } = rule.file.document();
  return { start: tree.start(place), end: tree.end(place) };
}
