/** The language server for a browser's worker alone. */
import { openHost } from "./browser-host.ts";
import { serve } from "./serve.ts";

serve(openHost);
