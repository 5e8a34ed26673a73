/**
 * What is needed to see files beside each other. It is loaded with the workspace, so that the first diagnostics of a
 * file need not wait for it; nothing but `whole-picture.ts` imports it, and only late.
 */
export { checkInPicture, checkNewText } from "../core/picture/check-picture.ts";
export { Picture } from "../core/picture/picture.ts";
export { FilesInPicture } from "./picture/files-in-picture.ts";
