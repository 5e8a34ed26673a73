// What LiveKit's Validate demands of a ListUpdate (livekit/types.go), in its words.

const filled = (name) => ({ required: [name], properties: { [name]: { type: "array", minItems: 1 } } });
const cleared = { required: ["clear"], properties: { clear: { const: true } } };
const added = { anyOf: [filled("add"), filled("remove")] };
const changed = { anyOf: [filled("set"), added] };

/** The field may be null, which is "not set": rules are about objects only. */
const never = (conditions, errorMessage) => ({ not: { type: "object", allOf: conditions }, errorMessage });

const texts = { items: { minLength: 1 } };

/** For a field that holds a ListUpdate. */
export const listUpdate = {
  properties: { set: texts, add: texts, remove: texts },
  allOf: [
    never(
      [{ not: { anyOf: [cleared, changed] } }],
      "LiveKit refuses this: unsupported list update operation.",
    ),
    never([cleared, changed], "LiveKit refuses this: cannot clear and change the list at the same time."),
    never([filled("set"), added], "LiveKit refuses this: cannot set and change the list at the same time."),
  ],
};
