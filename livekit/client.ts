/** Everything that we do with a LiveKit project, over one transport. */
import { readAddress } from "./address.ts";
import { createRoomService, type RoomService } from "./room-service.ts";
import { createRuleService, type RuleService } from "./rules/rule-service.ts";
import { createTransport, type Connection, type TransportOptions } from "./transport.ts";
import { createTrunkService, type TrunkService } from "./trunk-service.ts";
import type { Target } from "./words/target.ts";

/** What a user should know although nothing has failed. `insecure`: secrets and calls cross a network unencrypted. */
export type Warning = "insecure";

export interface LiveKitClient {
  readonly rules: RuleService;
  readonly inboundTrunks: TrunkService;
  readonly rooms: RoomService;
  /** For words about an outcome. */
  readonly target: Target;
  readonly warnings: readonly Warning[];
}

export function createClient(connection: Connection, options: TransportOptions = {}): LiveKitClient {
  const transport = createTransport(connection, options);
  const reading = readAddress(connection.url);
  const address = reading.ok ? reading.address : undefined;
  return {
    rules: createRuleService(transport),
    inboundTrunks: createTrunkService(transport),
    rooms: createRoomService(transport),
    target: {
      project: connection.project,
      host: address?.host ?? "",
      isLoopback: address?.isLoopback ?? false,
    },
    warnings: address?.isInsecure ? ["insecure"] : [],
  };
}
