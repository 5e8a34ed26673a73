/** Addresses of documents. */

/** The same for all ways in which clients and Node escape one address: `file:///a%20b/(c)` and `file:///a b/%28c%29`. */
export function comparable(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** The path of a document from a folder around it, or from the root where it lies in none; without escapes. */
export function pathFrom(folder: string | undefined, uri: string): string {
  const path = comparable(uri);
  if (folder === undefined) return path.replace(/^[a-z][a-z0-9+.-]*:\/*/i, "");
  return path.slice(comparable(folder.replace(/\/$/, "")).length + 1);
}
