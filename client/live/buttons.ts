/**
 * What buttons of messages are called, and rows that do the same, by the command that they run: everywhere as the palette
 * calls it. Imports no editor.
 */
export const BUTTONS = {
  addProject: "Add Project",
  createRule: "Create Dispatch Rule",
  editProject: "Edit Project",
  listRules: "List Dispatch Rules",
  openDemoProject: "Open Demo Project",
  refreshExplorer: "Refresh Explorer",
  selectProject: "Select Project",
  showOutput: "Show Output",
  stopReading: "Stop Reading",
  testConnection: "Test Connection",
} as const;

/** Does once more what has failed. */
export const RETRY = "Retry";
/** In the view of that name, not among VS Code's files: to the rule that was created, changed, or that took a call. */
export const SHOW_IN_EXPLORER = "Show in LiveKit SIP";
