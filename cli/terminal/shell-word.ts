/** A word as it is typed into a shell, so that a command that is shown can be copied. */

/**
 * POSIX shells take everything between single quotes as it is; those of Windows have double quotes, in which a `%` or a
 * `"` cannot be written in a way that all of them read.
 */
export function shellWord(word: string, platform: NodeJS.Platform = process.platform): string {
  if (/^[\w./:@+,=-]+$/.test(word) || (platform === "win32" && /^[\w./\\:@+,=-]+$/.test(word))) return word;
  return platform === "win32" ? `"${word}"` : `'${word.replaceAll("'", `'\\''`)}'`;
}
