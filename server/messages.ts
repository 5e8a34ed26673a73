/**
 * Every message between our client and our server that the protocol does not have. The client imports this
 * file of `server/` and no other, so nothing stands here but names and types.
 */
import type { Form } from "../core/rules/forms.ts";
import type { Target } from "../core/rules/targets.ts";

/** Client to server: what an open file is taken for. Answers `null` for a file that is not open or too large. */
export const FILE_STATUS = "livekitDispatch/fileStatus";

export interface FileStatusParams {
  readonly uri: string;
}

export interface FileStatus {
  /** The version that this is about. */
  readonly version: number;
  readonly form: Form;
  readonly target: Target;
}
