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
    detail: "Each file as what it is: a create request, a rule, an update request or a list.",
  },
  "lk-create": {
    short: "lk create",
    label: "lk sip dispatch create",
    detail: "Creates a rule from the file, which has it in a wrapper, `dispatch_rule`.",
  },
  "lk-update": {
    short: "lk update",
    label: "lk sip dispatch update",
    detail: "Replaces a deployed rule by the file, which is the rule itself, without a wrapper.",
  },
  "api-create": {
    short: "API create",
    label: "CreateSIPDispatchRule",
    detail: "The body of an API request; fields that LiveKit does not know are ignored.",
  },
  "api-update": {
    short: "API update",
    label: "UpdateSIPDispatchRule",
    detail: "The body of an API request, with `replace` or `update` in it.",
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
