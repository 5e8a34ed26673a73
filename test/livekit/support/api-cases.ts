/** The recorded answers of a real server: all of them where the shared folder is there, else those kept here. */
import { existsSync, readFileSync } from "node:fs";

export interface CaseRequest {
  readonly method: string;
  readonly path: string;
  /** `claims`: an ordinary token with the grants in `claims`. */
  readonly auth: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly authInQuery?: boolean;
  readonly contentType?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly wantHeaders?: boolean;
  readonly body?: string;
  readonly bodyBase64?: string;
  readonly bodyParts?: readonly (string | { readonly repeat: string; readonly times: number })[];
}

export interface CaseResponse {
  readonly status: number;
  readonly contentType: string | null;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface CaseStep {
  readonly request: CaseRequest;
  readonly response: CaseResponse;
  readonly responseSince_1_13_6?: CaseResponse;
}

export interface ApiCase {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly server?: "no-redis";
  readonly setup?: number;
  readonly idOrder?: readonly string[];
  readonly steps: readonly CaseStep[];
}

const SHARED = new URL("../../../../shared/conformance/api.json", import.meta.url);
/** More of the same kind, recorded by ourselves from livekit-server 1.13.5: rooms, trunks, paths, tokens. */
const MORE = new URL("../fixtures/more-api.json", import.meta.url);
const OWN = new URL("../../conformance/api.json", import.meta.url);

export function apiCases(): readonly ApiCase[] {
  return [existsSync(SHARED) ? SHARED : OWN, MORE].flatMap((place) => {
    return (JSON.parse(readFileSync(place, "utf8")) as { cases: readonly ApiCase[] }).cases;
  });
}
