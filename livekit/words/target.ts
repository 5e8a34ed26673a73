/** Which project an outcome is about. */
export interface Target {
  /** What the user calls it. */
  readonly project: string;
  /** Host and port; empty where the address is none. */
  readonly host: string;
  /** Whether the server runs on this machine. */
  readonly isLoopback: boolean;
}
