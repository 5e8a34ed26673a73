/** A home folder with `lk`'s list of projects in it, and a folder to work in. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after } from "node:test";
import { readPlaces } from "../../../livekit/projects/node.ts";
import type { Places, Request } from "../../../livekit/projects/places.ts";
import { canary } from "../support/canary.ts";
import { resolveProject, type Resolution } from "../../../livekit/projects/resolve.ts";

export const CANARY = canary("lk");

const PROD = `    - name: prod
      project_id: p_123
      url: wss://prod-4f2k.livekit.cloud
      api_key: APIprod
      api_secret: ${CANARY}
`;
const OTHER = `    - name: other
      project_id: ""
      url: wss://my-sub-abc123.livekit.cloud
      api_key: APIother
      api_secret: ${CANARY}
`;

export const ONE = `default_project: prod\nprojects:\n${PROD}device_name: laptop\n`;
export const TWO = `default_project: prod\nprojects:\n${PROD}${OTHER}device_name: laptop\n`;
export const without = (config: string): string =>
  config.replace("default_project: prod", 'default_project: ""');
export const ENVIRONMENT = {
  LIVEKIT_URL: "ws://127.0.0.1:1",
  LIVEKIT_API_KEY: "devkey",
  LIVEKIT_API_SECRET: CANARY,
};

export interface Setting {
  /** `cli-config.yaml`; none where it is absent. */
  readonly config?: string | Uint8Array;
  readonly mode?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Files of the folder. */
  readonly files?: Readonly<Record<string, string>>;
  readonly isTrusted?: boolean;
}

export function home(config?: string | Uint8Array, mode = 0o600): string {
  const folder = mkdtempSync(path.join(tmpdir(), "livekit-dispatch-home-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  if (config === undefined) return folder;
  mkdirSync(path.join(folder, ".livekit"), { mode: 0o700 });
  const file = path.join(folder, ".livekit", "cli-config.yaml");
  writeFileSync(file, config);
  chmodSync(file, mode);
  return folder;
}

export function places({ config, mode, environment = {}, files = {}, isTrusted = true }: Setting): Places {
  const folder = home();
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return readPlaces({ environment: { HOME: home(config, mode), ...environment }, folder, isTrusted });
}

export function resolved(setting: Setting, request: Request = {}): Resolution {
  return resolveProject(request, places(setting));
}

/** One line: `prod at prod-4f2k.livekit.cloud by lk-default`, or the problem. */
export function outcome(resolution: Resolution): string {
  if (!resolution.ok) return `refused: ${resolution.problem}`;
  return `${resolution.project.name} at ${resolution.host} by ${resolution.source}`;
}
