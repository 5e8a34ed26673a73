/** This machine lacks something: the tests against a real server cannot run here, which is not a failure. */
export class Unavailable extends Error {
  /** @param message begins with the means in brackets that scripts/test/skips.mjs knows */
  constructor(message: string) {
    super(message);
    this.name = "Unavailable";
  }
}
