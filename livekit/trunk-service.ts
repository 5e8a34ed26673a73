/** The inbound trunks of a project. LiveKit answers with their passwords in clear: they are dropped here. */
import { readTrunk } from "../core/routing/input/read.ts";
import type { InboundTrunk } from "../core/routing/types.ts";
import { listAll } from "./list-all.ts";
import type { Outcome } from "./outcome.ts";
import type { CallOptions, Transport } from "./transport.ts";

export interface DeployedTrunk {
  readonly id: string;
  /** Empty for none. */
  readonly name: string;
  readonly trunk: InboundTrunk;
}

export interface TrunkService {
  list(options?: CallOptions): Promise<Outcome<readonly DeployedTrunk[]>>;
}

export function createTrunkService(transport: Transport): TrunkService {
  return {
    list: (options) =>
      listAll(
        transport,
        {
          service: "SIP",
          method: "ListSIPInboundTrunk",
          grant: { name: "sip.admin" },
          request: {},
          read: (tree, item) => deployedTrunk(JSON.parse(tree.raw(item))),
        },
        options,
      ),
  };
}

/** @returns `undefined` for an item without an id, which an old trunk for outbound calls alone leaves in the list */
function deployedTrunk(value: unknown): DeployedTrunk | undefined {
  const { value: trunk } = readTrunk(value);
  const { sipTrunkId: id = "", name = "" } = trunk;
  return id === "" ? undefined : { id, name, trunk };
}
