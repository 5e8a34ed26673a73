/** The files of a picture under the addresses that clients and the disk have for them. */
import type { Picture } from "../../core/picture/picture.ts";
import type { FileText } from "../host.ts";
import { comparable } from "../uris.ts";

/** UTF-16 units. Of a document with more, nothing is said: nobody writes such a rule file. */
const LARGEST = 4 * 1024 * 1024;

export class FilesInPicture {
  /** Addresses as they are in the picture, by what they are without escapes. */
  readonly #names = new Map<string, string>();

  constructor(readonly picture: Picture) {}

  /** Clients and Node escape one address in different ways. */
  nameOf(uri: string): string {
    return this.picture.file(uri) ? uri : (this.#names.get(comparable(uri)) ?? uri);
  }

  textOf(uri: string): string | undefined {
    return this.picture.file(this.nameOf(uri))?.text;
  }

  /** @returns whether other files may have other problems now */
  set(uri: string, { text, hasRawBytes }: FileText): boolean {
    const name = this.nameOf(uri);
    if (text.length > LARGEST) return this.picture.removeFile(name);
    if (!this.picture.file(name)) this.#names.set(comparable(name), name);
    return this.picture.setFile(name, text, hasRawBytes);
  }

  /** @returns whether other files may have other problems now */
  remove(uri: string): boolean {
    return this.picture.removeFile(this.nameOf(uri));
  }
}
