// Written from @livekit/protocol by test/livekit/support/service-messages.mjs --write
import type { MessageData } from "./messages.ts";

export const PROTOCOL = "1.52.1";

export const ENUMS: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
 "livekit.SIPTransport": [
  [
   "SIP_TRANSPORT_AUTO",
   0
  ],
  [
   "SIP_TRANSPORT_UDP",
   1
  ],
  [
   "SIP_TRANSPORT_TCP",
   2
  ],
  [
   "SIP_TRANSPORT_TLS",
   3
  ]
 ],
 "livekit.SIPTrunkInfo.TrunkKind": [
  [
   "TRUNK_LEGACY",
   0
  ],
  [
   "TRUNK_INBOUND",
   1
  ],
  [
   "TRUNK_OUTBOUND",
   2
  ]
 ],
 "livekit.ParticipantInfo.State": [
  [
   "JOINING",
   0
  ],
  [
   "JOINED",
   1
  ],
  [
   "ACTIVE",
   2
  ],
  [
   "DISCONNECTED",
   3
  ]
 ],
 "livekit.TrackType": [
  [
   "AUDIO",
   0
  ],
  [
   "VIDEO",
   1
  ],
  [
   "DATA",
   2
  ]
 ],
 "livekit.TrackSource": [
  [
   "UNKNOWN",
   0
  ],
  [
   "CAMERA",
   1
  ],
  [
   "MICROPHONE",
   2
  ],
  [
   "SCREEN_SHARE",
   3
  ],
  [
   "SCREEN_SHARE_AUDIO",
   4
  ]
 ],
 "livekit.VideoQuality": [
  [
   "LOW",
   0
  ],
  [
   "MEDIUM",
   1
  ],
  [
   "HIGH",
   2
  ],
  [
   "OFF",
   3
  ]
 ],
 "livekit.VideoLayer.Mode": [
  [
   "MODE_UNUSED",
   0
  ],
  [
   "ONE_SPATIAL_LAYER_PER_STREAM",
   1
  ],
  [
   "MULTIPLE_SPATIAL_LAYERS_PER_STREAM",
   2
  ],
  [
   "ONE_SPATIAL_LAYER_PER_STREAM_INCOMPLETE_RTCP_SR",
   3
  ]
 ],
 "livekit.Encryption.Type": [
  [
   "NONE",
   0
  ],
  [
   "GCM",
   1
  ],
  [
   "CUSTOM",
   2
  ]
 ],
 "livekit.AudioTrackFeature": [
  [
   "TF_STEREO",
   0
  ],
  [
   "TF_NO_DTX",
   1
  ],
  [
   "TF_AUTO_GAIN_CONTROL",
   2
  ],
  [
   "TF_ECHO_CANCELLATION",
   3
  ],
  [
   "TF_NOISE_SUPPRESSION",
   4
  ],
  [
   "TF_ENHANCED_NOISE_CANCELLATION",
   5
  ],
  [
   "TF_PRECONNECT_BUFFER",
   6
  ]
 ],
 "livekit.BackupCodecPolicy": [
  [
   "PREFER_REGRESSION",
   0
  ],
  [
   "SIMULCAST",
   1
  ],
  [
   "REGRESSION",
   2
  ]
 ],
 "livekit.PacketTrailerFeature": [
  [
   "PTF_USER_TIMESTAMP",
   0
  ],
  [
   "PTF_FRAME_ID",
   1
  ],
  [
   "PTF_USER_DATA",
   2
  ]
 ],
 "livekit.ParticipantInfo.Kind": [
  [
   "STANDARD",
   0
  ],
  [
   "INGRESS",
   1
  ],
  [
   "EGRESS",
   2
  ],
  [
   "SIP",
   3
  ],
  [
   "AGENT",
   4
  ],
  [
   "CONNECTOR",
   7
  ],
  [
   "BRIDGE",
   8
  ]
 ],
 "livekit.DisconnectReason": [
  [
   "UNKNOWN_REASON",
   0
  ],
  [
   "CLIENT_INITIATED",
   1
  ],
  [
   "DUPLICATE_IDENTITY",
   2
  ],
  [
   "SERVER_SHUTDOWN",
   3
  ],
  [
   "PARTICIPANT_REMOVED",
   4
  ],
  [
   "ROOM_DELETED",
   5
  ],
  [
   "STATE_MISMATCH",
   6
  ],
  [
   "JOIN_FAILURE",
   7
  ],
  [
   "MIGRATION",
   8
  ],
  [
   "SIGNAL_CLOSE",
   9
  ],
  [
   "ROOM_CLOSED",
   10
  ],
  [
   "USER_UNAVAILABLE",
   11
  ],
  [
   "USER_REJECTED",
   12
  ],
  [
   "SIP_TRUNK_FAILURE",
   13
  ],
  [
   "CONNECTION_TIMEOUT",
   14
  ],
  [
   "MEDIA_FAILURE",
   15
  ],
  [
   "AGENT_ERROR",
   16
  ]
 ],
 "livekit.ParticipantInfo.KindDetail": [
  [
   "CLOUD_AGENT",
   0
  ],
  [
   "FORWARDED",
   1
  ],
  [
   "CONNECTOR_WHATSAPP",
   2
  ],
  [
   "CONNECTOR_TWILIO",
   3
  ],
  [
   "BRIDGE_RTSP",
   4
  ],
  [
   "SIMULATION",
   5
  ]
 ],
 "livekit.DataTrackFrameEncoding.WellKnownFrameEncoding": [
  [
   "WELL_KNOWN_FRAME_ENCODING_UNSPECIFIED",
   0
  ],
  [
   "WELL_KNOWN_FRAME_ENCODING_ROS1",
   1
  ],
  [
   "WELL_KNOWN_FRAME_ENCODING_CDR",
   2
  ],
  [
   "WELL_KNOWN_FRAME_ENCODING_PROTOBUF",
   3
  ],
  [
   "WELL_KNOWN_FRAME_ENCODING_FLATBUFFER",
   4
  ],
  [
   "WELL_KNOWN_FRAME_ENCODING_CBOR",
   5
  ],
  [
   "WELL_KNOWN_FRAME_ENCODING_MSGPACK",
   6
  ],
  [
   "WELL_KNOWN_FRAME_ENCODING_JSON",
   7
  ]
 ],
 "livekit.DataTrackSchemaEncoding.WellKnownSchemaEncoding": [
  [
   "WELL_KNOWN_SCHEMA_ENCODING_UNSPECIFIED",
   0
  ],
  [
   "WELL_KNOWN_SCHEMA_ENCODING_PROTOBUF",
   1
  ],
  [
   "WELL_KNOWN_SCHEMA_ENCODING_FLATBUFFER",
   2
  ],
  [
   "WELL_KNOWN_SCHEMA_ENCODING_ROS1_MSG",
   3
  ],
  [
   "WELL_KNOWN_SCHEMA_ENCODING_ROS2_MSG",
   4
  ],
  [
   "WELL_KNOWN_SCHEMA_ENCODING_ROS2_IDL",
   5
  ],
  [
   "WELL_KNOWN_SCHEMA_ENCODING_OMG_IDL",
   6
  ],
  [
   "WELL_KNOWN_SCHEMA_ENCODING_JSON_SCHEMA",
   7
  ]
 ],
 "livekit.ClientInfo.Capability": [
  [
   "CAP_UNUSED",
   0
  ],
  [
   "CAP_PACKET_TRAILER",
   1
  ],
  [
   "CAP_COMPRESSION_DEFLATE_RAW",
   2
  ]
 ]
};

export const MESSAGES: Readonly<Record<string, MessageData>> = {
 "livekit.ListSIPDispatchRuleRequest": [
  {
   "no": 3,
   "name": "page",
   "json": "page",
   "kind": "message",
   "type": "livekit.Pagination"
  },
  {
   "no": 1,
   "name": "dispatch_rule_ids",
   "json": "dispatchRuleIds",
   "kind": "string",
   "list": true
  },
  {
   "no": 2,
   "name": "trunk_ids",
   "json": "trunkIds",
   "kind": "string",
   "list": true
  }
 ],
 "livekit.Pagination": [
  {
   "no": 1,
   "name": "after_id",
   "json": "afterId",
   "kind": "string"
  },
  {
   "no": 2,
   "name": "limit",
   "json": "limit",
   "kind": "int32"
  }
 ],
 "livekit.DeleteSIPDispatchRuleRequest": [
  {
   "no": 1,
   "name": "sip_dispatch_rule_id",
   "json": "sipDispatchRuleId",
   "kind": "string"
  }
 ],
 "livekit.CreateSIPInboundTrunkRequest": [
  {
   "no": 1,
   "name": "trunk",
   "json": "trunk",
   "kind": "message",
   "type": "livekit.SIPInboundTrunkInfo"
  }
 ],
 "livekit.UpdateSIPInboundTrunkRequest": [
  {
   "no": 1,
   "name": "sip_trunk_id",
   "json": "sipTrunkId",
   "kind": "string"
  },
  {
   "no": 2,
   "name": "replace",
   "json": "replace",
   "kind": "message",
   "type": "livekit.SIPInboundTrunkInfo",
   "oneof": "livekit.UpdateSIPInboundTrunkRequest.action"
  },
  {
   "no": 3,
   "name": "update",
   "json": "update",
   "kind": "message",
   "type": "livekit.SIPInboundTrunkUpdate",
   "oneof": "livekit.UpdateSIPInboundTrunkRequest.action"
  }
 ],
 "livekit.SIPInboundTrunkUpdate": [
  {
   "no": 1,
   "name": "numbers",
   "json": "numbers",
   "kind": "message",
   "type": "livekit.ListUpdate"
  },
  {
   "no": 2,
   "name": "allowed_addresses",
   "json": "allowedAddresses",
   "kind": "message",
   "type": "livekit.ListUpdate"
  },
  {
   "no": 3,
   "name": "allowed_numbers",
   "json": "allowedNumbers",
   "kind": "message",
   "type": "livekit.ListUpdate"
  },
  {
   "no": 4,
   "name": "auth_username",
   "json": "authUsername",
   "kind": "string",
   "optional": true
  },
  {
   "no": 5,
   "name": "auth_password",
   "json": "authPassword",
   "kind": "string",
   "optional": true
  },
  {
   "no": 9,
   "name": "auth_realm",
   "json": "authRealm",
   "kind": "string",
   "optional": true
  },
  {
   "no": 6,
   "name": "name",
   "json": "name",
   "kind": "string",
   "optional": true
  },
  {
   "no": 7,
   "name": "metadata",
   "json": "metadata",
   "kind": "string",
   "optional": true
  },
  {
   "no": 8,
   "name": "media_encryption",
   "json": "mediaEncryption",
   "kind": "enum",
   "type": "livekit.SIPMediaEncryption",
   "optional": true
  },
  {
   "no": 10,
   "name": "media",
   "json": "media",
   "kind": "message",
   "type": "livekit.SIPMediaConfig"
  }
 ],
 "livekit.GetSIPInboundTrunkRequest": [
  {
   "no": 1,
   "name": "sip_trunk_id",
   "json": "sipTrunkId",
   "kind": "string"
  }
 ],
 "livekit.GetSIPInboundTrunkResponse": [
  {
   "no": 1,
   "name": "trunk",
   "json": "trunk",
   "kind": "message",
   "type": "livekit.SIPInboundTrunkInfo"
  }
 ],
 "livekit.ListSIPInboundTrunkRequest": [
  {
   "no": 3,
   "name": "page",
   "json": "page",
   "kind": "message",
   "type": "livekit.Pagination"
  },
  {
   "no": 1,
   "name": "trunk_ids",
   "json": "trunkIds",
   "kind": "string",
   "list": true
  },
  {
   "no": 2,
   "name": "numbers",
   "json": "numbers",
   "kind": "string",
   "list": true
  }
 ],
 "livekit.CreateSIPOutboundTrunkRequest": [
  {
   "no": 1,
   "name": "trunk",
   "json": "trunk",
   "kind": "message",
   "type": "livekit.SIPOutboundTrunkInfo"
  }
 ],
 "livekit.SIPOutboundTrunkInfo": [
  {
   "no": 1,
   "name": "sip_trunk_id",
   "json": "sipTrunkId",
   "kind": "string"
  },
  {
   "no": 2,
   "name": "name",
   "json": "name",
   "kind": "string"
  },
  {
   "no": 3,
   "name": "metadata",
   "json": "metadata",
   "kind": "string"
  },
  {
   "no": 4,
   "name": "address",
   "json": "address",
   "kind": "string"
  },
  {
   "no": 14,
   "name": "destination_country",
   "json": "destinationCountry",
   "kind": "string"
  },
  {
   "no": 5,
   "name": "transport",
   "json": "transport",
   "kind": "enum",
   "type": "livekit.SIPTransport"
  },
  {
   "no": 6,
   "name": "numbers",
   "json": "numbers",
   "kind": "string",
   "list": true
  },
  {
   "no": 7,
   "name": "auth_username",
   "json": "authUsername",
   "kind": "string"
  },
  {
   "no": 8,
   "name": "auth_password",
   "json": "authPassword",
   "kind": "string"
  },
  {
   "no": 9,
   "name": "headers",
   "json": "headers",
   "kind": "string",
   "map": true
  },
  {
   "no": 10,
   "name": "headers_to_attributes",
   "json": "headersToAttributes",
   "kind": "string",
   "map": true
  },
  {
   "no": 11,
   "name": "attributes_to_headers",
   "json": "attributesToHeaders",
   "kind": "string",
   "map": true
  },
  {
   "no": 12,
   "name": "include_headers",
   "json": "includeHeaders",
   "kind": "enum",
   "type": "livekit.SIPHeaderOptions"
  },
  {
   "no": 13,
   "name": "media_encryption",
   "json": "mediaEncryption",
   "kind": "enum",
   "type": "livekit.SIPMediaEncryption"
  },
  {
   "no": 18,
   "name": "media",
   "json": "media",
   "kind": "message",
   "type": "livekit.SIPMediaConfig"
  },
  {
   "no": 15,
   "name": "from_host",
   "json": "fromHost",
   "kind": "string"
  },
  {
   "no": 16,
   "name": "created_at",
   "json": "createdAt",
   "kind": "message",
   "type": "google.protobuf.Timestamp"
  },
  {
   "no": 17,
   "name": "updated_at",
   "json": "updatedAt",
   "kind": "message",
   "type": "google.protobuf.Timestamp"
  }
 ],
 "livekit.UpdateSIPOutboundTrunkRequest": [
  {
   "no": 1,
   "name": "sip_trunk_id",
   "json": "sipTrunkId",
   "kind": "string"
  },
  {
   "no": 2,
   "name": "replace",
   "json": "replace",
   "kind": "message",
   "type": "livekit.SIPOutboundTrunkInfo",
   "oneof": "livekit.UpdateSIPOutboundTrunkRequest.action"
  },
  {
   "no": 3,
   "name": "update",
   "json": "update",
   "kind": "message",
   "type": "livekit.SIPOutboundTrunkUpdate",
   "oneof": "livekit.UpdateSIPOutboundTrunkRequest.action"
  }
 ],
 "livekit.SIPOutboundTrunkUpdate": [
  {
   "no": 1,
   "name": "address",
   "json": "address",
   "kind": "string",
   "optional": true
  },
  {
   "no": 2,
   "name": "transport",
   "json": "transport",
   "kind": "enum",
   "type": "livekit.SIPTransport",
   "optional": true
  },
  {
   "no": 9,
   "name": "destination_country",
   "json": "destinationCountry",
   "kind": "string",
   "optional": true
  },
  {
   "no": 3,
   "name": "numbers",
   "json": "numbers",
   "kind": "message",
   "type": "livekit.ListUpdate"
  },
  {
   "no": 4,
   "name": "auth_username",
   "json": "authUsername",
   "kind": "string",
   "optional": true
  },
  {
   "no": 5,
   "name": "auth_password",
   "json": "authPassword",
   "kind": "string",
   "optional": true
  },
  {
   "no": 6,
   "name": "name",
   "json": "name",
   "kind": "string",
   "optional": true
  },
  {
   "no": 7,
   "name": "metadata",
   "json": "metadata",
   "kind": "string",
   "optional": true
  },
  {
   "no": 8,
   "name": "media_encryption",
   "json": "mediaEncryption",
   "kind": "enum",
   "type": "livekit.SIPMediaEncryption",
   "optional": true
  },
  {
   "no": 11,
   "name": "media",
   "json": "media",
   "kind": "message",
   "type": "livekit.SIPMediaConfig"
  },
  {
   "no": 10,
   "name": "from_host",
   "json": "fromHost",
   "kind": "string",
   "optional": true
  }
 ],
 "livekit.GetSIPOutboundTrunkRequest": [
  {
   "no": 1,
   "name": "sip_trunk_id",
   "json": "sipTrunkId",
   "kind": "string"
  }
 ],
 "livekit.GetSIPOutboundTrunkResponse": [
  {
   "no": 1,
   "name": "trunk",
   "json": "trunk",
   "kind": "message",
   "type": "livekit.SIPOutboundTrunkInfo"
  }
 ],
 "livekit.ListSIPOutboundTrunkRequest": [
  {
   "no": 3,
   "name": "page",
   "json": "page",
   "kind": "message",
   "type": "livekit.Pagination"
  },
  {
   "no": 1,
   "name": "trunk_ids",
   "json": "trunkIds",
   "kind": "string",
   "list": true
  },
  {
   "no": 2,
   "name": "numbers",
   "json": "numbers",
   "kind": "string",
   "list": true
  }
 ],
 "livekit.ListSIPOutboundTrunkResponse": [
  {
   "no": 1,
   "name": "items",
   "json": "items",
   "kind": "message",
   "type": "livekit.SIPOutboundTrunkInfo",
   "list": true
  }
 ],
 "livekit.ListSIPTrunkRequest": [
  {
   "no": 1,
   "name": "page",
   "json": "page",
   "kind": "message",
   "type": "livekit.Pagination"
  }
 ],
 "livekit.ListSIPTrunkResponse": [
  {
   "no": 1,
   "name": "items",
   "json": "items",
   "kind": "message",
   "type": "livekit.SIPTrunkInfo",
   "list": true
  }
 ],
 "livekit.SIPTrunkInfo": [
  {
   "no": 1,
   "name": "sip_trunk_id",
   "json": "sipTrunkId",
   "kind": "string"
  },
  {
   "no": 14,
   "name": "kind",
   "json": "kind",
   "kind": "enum",
   "type": "livekit.SIPTrunkInfo.TrunkKind"
  },
  {
   "no": 2,
   "name": "inbound_addresses",
   "json": "inboundAddresses",
   "kind": "string",
   "list": true
  },
  {
   "no": 3,
   "name": "outbound_address",
   "json": "outboundAddress",
   "kind": "string"
  },
  {
   "no": 4,
   "name": "outbound_number",
   "json": "outboundNumber",
   "kind": "string"
  },
  {
   "no": 13,
   "name": "transport",
   "json": "transport",
   "kind": "enum",
   "type": "livekit.SIPTransport"
  },
  {
   "no": 5,
   "name": "inbound_numbers_regex",
   "json": "inboundNumbersRegex",
   "kind": "string",
   "list": true
  },
  {
   "no": 10,
   "name": "inbound_numbers",
   "json": "inboundNumbers",
   "kind": "string",
   "list": true
  },
  {
   "no": 6,
   "name": "inbound_username",
   "json": "inboundUsername",
   "kind": "string"
  },
  {
   "no": 7,
   "name": "inbound_password",
   "json": "inboundPassword",
   "kind": "string"
  },
  {
   "no": 8,
   "name": "outbound_username",
   "json": "outboundUsername",
   "kind": "string"
  },
  {
   "no": 9,
   "name": "outbound_password",
   "json": "outboundPassword",
   "kind": "string"
  },
  {
   "no": 11,
   "name": "name",
   "json": "name",
   "kind": "string"
  },
  {
   "no": 12,
   "name": "metadata",
   "json": "metadata",
   "kind": "string"
  }
 ],
 "livekit.DeleteSIPTrunkRequest": [
  {
   "no": 1,
   "name": "sip_trunk_id",
   "json": "sipTrunkId",
   "kind": "string"
  }
 ],
 "livekit.CreateRoomRequest": [
  {
   "no": 1,
   "name": "name",
   "json": "name",
   "kind": "string"
  },
  {
   "no": 12,
   "name": "room_preset",
   "json": "roomPreset",
   "kind": "string"
  },
  {
   "no": 2,
   "name": "empty_timeout",
   "json": "emptyTimeout",
   "kind": "uint32"
  },
  {
   "no": 10,
   "name": "departure_timeout",
   "json": "departureTimeout",
   "kind": "uint32"
  },
  {
   "no": 3,
   "name": "max_participants",
   "json": "maxParticipants",
   "kind": "uint32"
  },
  {
   "no": 4,
   "name": "node_id",
   "json": "nodeId",
   "kind": "string"
  },
  {
   "no": 5,
   "name": "metadata",
   "json": "metadata",
   "kind": "string"
  },
  {
   "no": 15,
   "name": "tags",
   "json": "tags",
   "kind": "string",
   "map": true
  },
  {
   "no": 6,
   "name": "egress",
   "json": "egress",
   "kind": "message",
   "type": "livekit.RoomEgress"
  },
  {
   "no": 7,
   "name": "min_playout_delay",
   "json": "minPlayoutDelay",
   "kind": "uint32"
  },
  {
   "no": 8,
   "name": "max_playout_delay",
   "json": "maxPlayoutDelay",
   "kind": "uint32"
  },
  {
   "no": 9,
   "name": "sync_streams",
   "json": "syncStreams",
   "kind": "bool"
  },
  {
   "no": 13,
   "name": "replay_enabled",
   "json": "replayEnabled",
   "kind": "bool"
  },
  {
   "no": 14,
   "name": "agents",
   "json": "agents",
   "kind": "message",
   "type": "livekit.RoomAgentDispatch",
   "list": true
  }
 ],
 "livekit.ListRoomsRequest": [
  {
   "no": 1,
   "name": "names",
   "json": "names",
   "kind": "string",
   "list": true
  }
 ],
 "livekit.ListRoomsResponse": [
  {
   "no": 1,
   "name": "rooms",
   "json": "rooms",
   "kind": "message",
   "type": "livekit.Room",
   "list": true
  }
 ],
 "livekit.Room": [
  {
   "no": 1,
   "name": "sid",
   "json": "sid",
   "kind": "string"
  },
  {
   "no": 2,
   "name": "name",
   "json": "name",
   "kind": "string"
  },
  {
   "no": 3,
   "name": "empty_timeout",
   "json": "emptyTimeout",
   "kind": "uint32"
  },
  {
   "no": 14,
   "name": "departure_timeout",
   "json": "departureTimeout",
   "kind": "uint32"
  },
  {
   "no": 4,
   "name": "max_participants",
   "json": "maxParticipants",
   "kind": "uint32"
  },
  {
   "no": 5,
   "name": "creation_time",
   "json": "creationTime",
   "kind": "int64"
  },
  {
   "no": 15,
   "name": "creation_time_ms",
   "json": "creationTimeMs",
   "kind": "int64"
  },
  {
   "no": 6,
   "name": "turn_password",
   "json": "turnPassword",
   "kind": "string"
  },
  {
   "no": 7,
   "name": "enabled_codecs",
   "json": "enabledCodecs",
   "kind": "message",
   "type": "livekit.Codec",
   "list": true
  },
  {
   "no": 8,
   "name": "metadata",
   "json": "metadata",
   "kind": "string"
  },
  {
   "no": 9,
   "name": "num_participants",
   "json": "numParticipants",
   "kind": "uint32"
  },
  {
   "no": 11,
   "name": "num_publishers",
   "json": "numPublishers",
   "kind": "uint32"
  },
  {
   "no": 10,
   "name": "active_recording",
   "json": "activeRecording",
   "kind": "bool"
  },
  {
   "no": 13,
   "name": "version",
   "json": "version",
   "kind": "message",
   "type": "livekit.TimedVersion"
  }
 ],
 "livekit.Codec": [
  {
   "no": 1,
   "name": "mime",
   "json": "mime",
   "kind": "string"
  },
  {
   "no": 2,
   "name": "fmtp_line",
   "json": "fmtpLine",
   "kind": "string"
  }
 ],
 "livekit.TimedVersion": [
  {
   "no": 1,
   "name": "unix_micro",
   "json": "unixMicro",
   "kind": "int64"
  },
  {
   "no": 2,
   "name": "ticks",
   "json": "ticks",
   "kind": "int32"
  }
 ],
 "livekit.DeleteRoomRequest": [
  {
   "no": 1,
   "name": "room",
   "json": "room",
   "kind": "string"
  }
 ],
 "livekit.DeleteRoomResponse": [],
 "livekit.UpdateRoomMetadataRequest": [
  {
   "no": 1,
   "name": "room",
   "json": "room",
   "kind": "string"
  },
  {
   "no": 2,
   "name": "metadata",
   "json": "metadata",
   "kind": "string"
  }
 ],
 "livekit.ListParticipantsRequest": [
  {
   "no": 1,
   "name": "room",
   "json": "room",
   "kind": "string"
  }
 ],
 "livekit.ListParticipantsResponse": [
  {
   "no": 1,
   "name": "participants",
   "json": "participants",
   "kind": "message",
   "type": "livekit.ParticipantInfo",
   "list": true
  }
 ],
 "livekit.ParticipantInfo": [
  {
   "no": 1,
   "name": "sid",
   "json": "sid",
   "kind": "string"
  },
  {
   "no": 2,
   "name": "identity",
   "json": "identity",
   "kind": "string"
  },
  {
   "no": 3,
   "name": "state",
   "json": "state",
   "kind": "enum",
   "type": "livekit.ParticipantInfo.State"
  },
  {
   "no": 4,
   "name": "tracks",
   "json": "tracks",
   "kind": "message",
   "type": "livekit.TrackInfo",
   "list": true
  },
  {
   "no": 5,
   "name": "metadata",
   "json": "metadata",
   "kind": "string"
  },
  {
   "no": 6,
   "name": "joined_at",
   "json": "joinedAt",
   "kind": "int64"
  },
  {
   "no": 17,
   "name": "joined_at_ms",
   "json": "joinedAtMs",
   "kind": "int64"
  },
  {
   "no": 9,
   "name": "name",
   "json": "name",
   "kind": "string"
  },
  {
   "no": 10,
   "name": "version",
   "json": "version",
   "kind": "uint32"
  },
  {
   "no": 11,
   "name": "permission",
   "json": "permission",
   "kind": "message",
   "type": "livekit.ParticipantPermission"
  },
  {
   "no": 12,
   "name": "region",
   "json": "region",
   "kind": "string"
  },
  {
   "no": 13,
   "name": "is_publisher",
   "json": "isPublisher",
   "kind": "bool"
  },
  {
   "no": 14,
   "name": "kind",
   "json": "kind",
   "kind": "enum",
   "type": "livekit.ParticipantInfo.Kind"
  },
  {
   "no": 15,
   "name": "attributes",
   "json": "attributes",
   "kind": "string",
   "map": true
  },
  {
   "no": 16,
   "name": "disconnect_reason",
   "json": "disconnectReason",
   "kind": "enum",
   "type": "livekit.DisconnectReason"
  },
  {
   "no": 18,
   "name": "kind_details",
   "json": "kindDetails",
   "kind": "enum",
   "type": "livekit.ParticipantInfo.KindDetail",
   "list": true
  },
  {
   "no": 19,
   "name": "data_tracks",
   "json": "dataTracks",
   "kind": "message",
   "type": "livekit.DataTrackInfo",
   "list": true
  },
  {
   "no": 20,
   "name": "client_protocol",
   "json": "clientProtocol",
   "kind": "int32"
  },
  {
   "no": 21,
   "name": "capabilities",
   "json": "capabilities",
   "kind": "enum",
   "type": "livekit.ClientInfo.Capability",
   "list": true
  }
 ],
 "livekit.TrackInfo": [
  {
   "no": 1,
   "name": "sid",
   "json": "sid",
   "kind": "string"
  },
  {
   "no": 2,
   "name": "type",
   "json": "type",
   "kind": "enum",
   "type": "livekit.TrackType"
  },
  {
   "no": 3,
   "name": "name",
   "json": "name",
   "kind": "string"
  },
  {
   "no": 4,
   "name": "muted",
   "json": "muted",
   "kind": "bool"
  },
  {
   "no": 5,
   "name": "width",
   "json": "width",
   "kind": "uint32"
  },
  {
   "no": 6,
   "name": "height",
   "json": "height",
   "kind": "uint32"
  },
  {
   "no": 7,
   "name": "simulcast",
   "json": "simulcast",
   "kind": "bool"
  },
  {
   "no": 8,
   "name": "disable_dtx",
   "json": "disableDtx",
   "kind": "bool"
  },
  {
   "no": 9,
   "name": "source",
   "json": "source",
   "kind": "enum",
   "type": "livekit.TrackSource"
  },
  {
   "no": 10,
   "name": "layers",
   "json": "layers",
   "kind": "message",
   "type": "livekit.VideoLayer",
   "list": true
  },
  {
   "no": 11,
   "name": "mime_type",
   "json": "mimeType",
   "kind": "string"
  },
  {
   "no": 12,
   "name": "mid",
   "json": "mid",
   "kind": "string"
  },
  {
   "no": 13,
   "name": "codecs",
   "json": "codecs",
   "kind": "message",
   "type": "livekit.SimulcastCodecInfo",
   "list": true
  },
  {
   "no": 14,
   "name": "stereo",
   "json": "stereo",
   "kind": "bool"
  },
  {
   "no": 15,
   "name": "disable_red",
   "json": "disableRed",
   "kind": "bool"
  },
  {
   "no": 16,
   "name": "encryption",
   "json": "encryption",
   "kind": "enum",
   "type": "livekit.Encryption.Type"
  },
  {
   "no": 17,
   "name": "stream",
   "json": "stream",
   "kind": "string"
  },
  {
   "no": 18,
   "name": "version",
   "json": "version",
   "kind": "message",
   "type": "livekit.TimedVersion"
  },
  {
   "no": 19,
   "name": "audio_features",
   "json": "audioFeatures",
   "kind": "enum",
   "type": "livekit.AudioTrackFeature",
   "list": true
  },
  {
   "no": 20,
   "name": "backup_codec_policy",
   "json": "backupCodecPolicy",
   "kind": "enum",
   "type": "livekit.BackupCodecPolicy"
  },
  {
   "no": 21,
   "name": "packet_trailer_features",
   "json": "packetTrailerFeatures",
   "kind": "enum",
   "type": "livekit.PacketTrailerFeature",
   "list": true
  }
 ],
 "livekit.VideoLayer": [
  {
   "no": 1,
   "name": "quality",
   "json": "quality",
   "kind": "enum",
   "type": "livekit.VideoQuality"
  },
  {
   "no": 2,
   "name": "width",
   "json": "width",
   "kind": "uint32"
  },
  {
   "no": 3,
   "name": "height",
   "json": "height",
   "kind": "uint32"
  },
  {
   "no": 4,
   "name": "bitrate",
   "json": "bitrate",
   "kind": "uint32"
  },
  {
   "no": 5,
   "name": "ssrc",
   "json": "ssrc",
   "kind": "uint32"
  },
  {
   "no": 6,
   "name": "spatial_layer",
   "json": "spatialLayer",
   "kind": "int32"
  },
  {
   "no": 7,
   "name": "rid",
   "json": "rid",
   "kind": "string"
  },
  {
   "no": 8,
   "name": "repair_ssrc",
   "json": "repairSsrc",
   "kind": "uint32"
  }
 ],
 "livekit.SimulcastCodecInfo": [
  {
   "no": 1,
   "name": "mime_type",
   "json": "mimeType",
   "kind": "string"
  },
  {
   "no": 2,
   "name": "mid",
   "json": "mid",
   "kind": "string"
  },
  {
   "no": 3,
   "name": "cid",
   "json": "cid",
   "kind": "string"
  },
  {
   "no": 4,
   "name": "layers",
   "json": "layers",
   "kind": "message",
   "type": "livekit.VideoLayer",
   "list": true
  },
  {
   "no": 5,
   "name": "video_layer_mode",
   "json": "videoLayerMode",
   "kind": "enum",
   "type": "livekit.VideoLayer.Mode"
  },
  {
   "no": 6,
   "name": "sdp_cid",
   "json": "sdpCid",
   "kind": "string"
  }
 ],
 "livekit.ParticipantPermission": [
  {
   "no": 1,
   "name": "can_subscribe",
   "json": "canSubscribe",
   "kind": "bool"
  },
  {
   "no": 2,
   "name": "can_publish",
   "json": "canPublish",
   "kind": "bool"
  },
  {
   "no": 3,
   "name": "can_publish_data",
   "json": "canPublishData",
   "kind": "bool"
  },
  {
   "no": 9,
   "name": "can_publish_sources",
   "json": "canPublishSources",
   "kind": "enum",
   "type": "livekit.TrackSource",
   "list": true
  },
  {
   "no": 7,
   "name": "hidden",
   "json": "hidden",
   "kind": "bool"
  },
  {
   "no": 8,
   "name": "recorder",
   "json": "recorder",
   "kind": "bool"
  },
  {
   "no": 10,
   "name": "can_update_metadata",
   "json": "canUpdateMetadata",
   "kind": "bool"
  },
  {
   "no": 11,
   "name": "agent",
   "json": "agent",
   "kind": "bool"
  },
  {
   "no": 12,
   "name": "can_subscribe_metrics",
   "json": "canSubscribeMetrics",
   "kind": "bool"
  },
  {
   "no": 13,
   "name": "can_manage_agent_session",
   "json": "canManageAgentSession",
   "kind": "bool"
  }
 ],
 "livekit.DataTrackInfo": [
  {
   "no": 1,
   "name": "pub_handle",
   "json": "pubHandle",
   "kind": "uint32"
  },
  {
   "no": 2,
   "name": "sid",
   "json": "sid",
   "kind": "string"
  },
  {
   "no": 3,
   "name": "name",
   "json": "name",
   "kind": "string"
  },
  {
   "no": 4,
   "name": "encryption",
   "json": "encryption",
   "kind": "enum",
   "type": "livekit.Encryption.Type"
  },
  {
   "no": 5,
   "name": "frame_encoding",
   "json": "frameEncoding",
   "kind": "message",
   "type": "livekit.DataTrackFrameEncoding",
   "optional": true
  },
  {
   "no": 6,
   "name": "schema",
   "json": "schema",
   "kind": "message",
   "type": "livekit.DataTrackSchemaId",
   "optional": true
  }
 ],
 "livekit.DataTrackFrameEncoding": [
  {
   "no": 1,
   "name": "well_known",
   "json": "wellKnown",
   "kind": "enum",
   "type": "livekit.DataTrackFrameEncoding.WellKnownFrameEncoding",
   "oneof": "livekit.DataTrackFrameEncoding.value"
  },
  {
   "no": 2,
   "name": "custom",
   "json": "custom",
   "kind": "string",
   "oneof": "livekit.DataTrackFrameEncoding.value"
  }
 ],
 "livekit.DataTrackSchemaId": [
  {
   "no": 1,
   "name": "name",
   "json": "name",
   "kind": "string"
  },
  {
   "no": 2,
   "name": "encoding",
   "json": "encoding",
   "kind": "message",
   "type": "livekit.DataTrackSchemaEncoding"
  }
 ],
 "livekit.DataTrackSchemaEncoding": [
  {
   "no": 1,
   "name": "well_known",
   "json": "wellKnown",
   "kind": "enum",
   "type": "livekit.DataTrackSchemaEncoding.WellKnownSchemaEncoding",
   "oneof": "livekit.DataTrackSchemaEncoding.value"
  },
  {
   "no": 2,
   "name": "custom",
   "json": "custom",
   "kind": "string",
   "oneof": "livekit.DataTrackSchemaEncoding.value"
  }
 ],
 "livekit.RoomParticipantIdentity": [
  {
   "no": 1,
   "name": "room",
   "json": "room",
   "kind": "string"
  },
  {
   "no": 2,
   "name": "identity",
   "json": "identity",
   "kind": "string"
  },
  {
   "no": 3,
   "name": "revoke_token_ts",
   "json": "revokeTokenTs",
   "kind": "int64"
  }
 ],
 "livekit.RemoveParticipantResponse": []
};
