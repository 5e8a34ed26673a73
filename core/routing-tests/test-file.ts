/** What a routing test says: which rules and trunks, and calls with what is to become of them. */
import type { Range } from "../problem.ts";
import type { IncomingCall } from "../routing/types.ts";

/** A file, a folder or a glob relative to the test file, or the JSON of a rule or trunk in the test itself. */
export interface Source extends Range {
  readonly kind: "path" | "inline";
  /** The path, or JSON text. */
  readonly text: string;
}

/** What is absent is not looked at. */
export interface Expectation {
  /** Name or id of a rule, or its file. */
  readonly rule?: Placed<string>;
  /** `*` stands for any characters. */
  readonly room?: string;
  /** In any order. */
  readonly agents?: readonly string[];
  /** Whether the caller is asked for a PIN. */
  readonly pin?: boolean;
  /** Whether the call is refused; a text is LiveKit's, with `*` for any characters. */
  readonly reject?: boolean | string;
  /** Those that are named; `*` stands for any characters. */
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface Placed<T> extends Range {
  readonly value: T;
}

export interface TestCall extends Range {
  readonly name: string;
  readonly call: IncomingCall;
  readonly expect: Expectation;
}

export interface TestFile {
  readonly rules: readonly Source[];
  /** Absent: there are no trunks. */
  readonly trunks: readonly Source[];
  readonly calls: readonly TestCall[];
}

export interface TestFileProblem extends Range {
  readonly message: string;
}
