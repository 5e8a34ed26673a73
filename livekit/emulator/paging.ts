/**
 * Lists as LiveKit pages them (livekit/protocol, livekit/types.go, `ListPageIter`; livekit-server,
 * pkg/service/redisstore.go, `redisIterPage`): the server itself walks over all pages, so that a limit limits
 * nothing, and it stops at the first page of which the filter leaves nothing.
 */
import { messageField, numberField, textField, type Fields } from "./message-value.ts";
import type { Stored } from "./store.ts";

const PAGE_SIZE = 1000;

/**
 * @param items sorted by id
 * @param request whose `page` is looked at
 */
export function listPages(
  items: readonly Stored[],
  request: Fields,
  matches: (fields: Fields) => boolean,
): Fields[] {
  const page = messageField(request, "page");
  if (!page) return items.filter(({ fields }) => matches(fields)).map(({ fields }) => fields);
  const limit = numberField(page, "limit");
  const size = limit > 0 ? limit : PAGE_SIZE;
  let after = textField(page, "afterId");
  const found: Fields[] = [];
  for (;;) {
    // The size counts what is stored, before the filter.
    const start = after === "" ? 0 : items.findIndex(({ id }) => id > after);
    const current = start < 0 ? [] : items.slice(start, start + size).filter(({ fields }) => matches(fields));
    const last = current.at(-1);
    if (!last) return found;
    found.push(...current.map(({ fields }) => fields));
    after = last.id;
  }
}
