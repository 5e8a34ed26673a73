/**
 * What is done when somebody asks for it and not at every keystroke. It is loaded at the first such request, so that
 * the first diagnostics need not wait for it; nothing but `late-features.ts` imports it.
 */
export { codeActions } from "./code-actions.ts";
export { completionDocumentation, completions } from "./features/completion.ts";
export { convert } from "./features/conversion.ts";
export { explain } from "./features/explanation.ts";
export { formatted, formattedParts } from "./features/formatting.ts";
export { hoverAt } from "./features/hover.ts";
export { hintsIn } from "./features/inlay-hints.ts";
export { editMetadata, listMetadata } from "./features/metadata.ts";
export { folds, highlightsAt, links, selections } from "./features/structure.ts";
export { outline } from "./features/symbols.ts";
