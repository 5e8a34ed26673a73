/** The page that starts a VS Code without a server. */
import { QUIET_SETTINGS } from "../headless/quiet-settings.mjs";

/** @param authority where this page, VS Code, the extension and the tests are served @param tests path of the tests */
export function workbenchPage(authority: string, tests: string): string {
  const served = (path: string) => ({ scheme: "http", authority, path });
  const configuration = {
    folderUri: { scheme: "tmp", path: "/workspace" },
    enableWorkspaceTrust: false,
    _wrapWebWorkerExtHostInIframe: false,
    developmentOptions: {
      enableSmokeTestDriver: true,
      logLevel: 3,
      extensions: [served("/extension")],
      extensionTestsPath: served(tests),
    },
    productConfiguration: { enableTelemetry: false },
    configurationDefaults: QUIET_SETTINGS,
    // What code-server asks for besides.
    userDataPath: "/",
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
  };
  const attribute = JSON.stringify(configuration).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <meta id="vscode-workbench-web-configuration" data-settings="${attribute}">
    <link rel="stylesheet" href="/static/out/vs/code/browser/workbench/workbench.css">
  </head>
  <body aria-label=""></body>
  <script>globalThis._VSCODE_FILE_ROOT = location.origin + "/static/out/";</script>
  <script type="module" src="/static/out/nls.messages.js"></script>
  <script type="module" src="/static/out/vs/code/browser/workbench/workbench.js"></script>
</html>`;
}
