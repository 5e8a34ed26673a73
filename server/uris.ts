/** Addresses of documents. */

/** The same for all ways in which clients and Node escape one address: `file:///a%20b/(c)` and `file:///a b/%28c%29`. */
export function comparable(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
