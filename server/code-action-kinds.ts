/** The kinds of code actions that the server offers. */

export const QUICK_FIX = "quickfix";
export const FIX_ALL = "source.fixAll.livekitDispatch";
export const REWRITE = "refactor.rewrite";
export const EXTRACT = "refactor.extract";
export const CODE_ACTION_KINDS = [QUICK_FIX, FIX_ALL, REWRITE, EXTRACT];
