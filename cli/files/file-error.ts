/** A file could not be read or written. The message is half a sentence that goes behind the file's name. */
export class FileError extends Error {}
