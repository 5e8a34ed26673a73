/** The server that `npm test -- service` has started. Tests here own it: they delete what they find. */
import { servers, type ServerUnderTest } from "../livekit/support/servers.ts";

const found = servers.find(({ isReal }) => isReal)!;

/** As the launcher puts it where it tried, with the means that is missing. */
const skip = found.skip && (process.env["REAL_SERVER_MISSING"] ?? found.skip);

export const given: ServerUnderTest = { ...found, ...(skip && { skip }) };
