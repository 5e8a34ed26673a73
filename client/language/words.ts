/** How forms and targets are called where a person reads them: status, choices, settings. Imports no editor. */
import type { Form } from "../../core/rules/forms.ts";
import type { Target } from "../../core/rules/targets.ts";

export interface TargetWords {
  /** For the status bar. */
  readonly short: string;
  /** For a list to choose from. */
  readonly label: string;
  /** A sentence for that list and for the settings. */
  readonly detail: string;
}

export const TARGET_WORDS: Readonly<Record<Target, TargetWords>> = {
  auto: {
    short: "auto",
    label: "Automatic",
    detail: "Each file as what it is: a create request, a rule itself, an update request or a list of rules.",
  },
  "lk-create": {
    short: "lk create",
    label: "lk sip dispatch create",
    detail: "The command line creates a rule from the file. It wants the rule in a wrapper, `dispatch_rule`.",
  },
  "lk-update": {
    short: "lk update",
    label: "lk sip dispatch update",
    detail:
      "The command line replaces a deployed rule by the file. It wants the rule itself, without a wrapper.",
  },
  "api-create": {
    short: "API create",
    label: "CreateSIPDispatchRule",
    detail: "The file is the body of a request to LiveKit's API, which ignores fields that it does not know.",
  },
  "api-update": {
    short: "API update",
    label: "UpdateSIPDispatchRule",
    detail: "The file is the body of an update request to LiveKit's API, with `replace` or `update` in it.",
  },
};

export interface FormWords {
  readonly label: string;
  /** A sentence that says who takes such a file. */
  readonly detail: string;
}

export const FORM_WORDS: Readonly<Record<Form, FormWords>> = {
  wrapped: {
    label: "Create request",
    detail: "A rule in its wrapper, `dispatch_rule`: what `lk sip dispatch create` and the API take.",
  },
  bare: {
    label: "Bare rule",
    detail: "A rule itself: what `lk sip dispatch update` and the dashboard's JSON editor take.",
  },
  list: {
    label: "List of rules",
    detail: "What `lk sip dispatch list --json` prints. No command takes it back.",
  },
  update: {
    label: "Update request",
    detail: "What the API's UpdateSIPDispatchRule takes: `replace` or `update`.",
  },
  none: {
    label: "No dispatch rule",
    detail: "Nothing in this file belongs to a dispatch rule.",
  },
};
