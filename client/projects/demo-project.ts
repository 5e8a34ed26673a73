/** The demo project as an entry. Imports no editor, and nothing of what the demo is made of. */
import type { Project } from "../../livekit/projects/project.ts";
import { Secret } from "../../livekit/projects/secret.ts";

/** No request ever leaves the process, so that key and secret open nothing. */
export const DEMO_PROJECT: Project = {
  name: "Demo",
  url: "http://demo.localhost",
  apiKey: "demo",
  apiSecret: new Secret("the-secret-of-a-project-that-is-not-there"),
  place: "built into the extension",
};
