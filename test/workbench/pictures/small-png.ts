/**
 * A screenshot as a file of a third of its size: with a palette of at most 256 colours. A screen has few
 * colours besides the edges of its letters, where nobody sees the difference.
 */
import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const INDEXED = 3;
interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Three bytes each. */
  readonly colours: Buffer;
}

/** @param png without transparency and with eight bits for each of red, green and blue, as browsers write it */
export function smallPng(png: Buffer): Buffer {
  const { width, height, colours } = readPixels(png);
  const { palette, indexOf } = paletteOf(colours);
  const rows = Buffer.alloc(height * (width + 1)); // each begins with a zero: no filter
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + 1 + x] = indexOf(colours.readUIntBE((y * width + x) * 3, 3));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, INDEXED], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk(
      "PLTE",
      Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function paletteOf(pixels: Buffer): { palette: number[]; indexOf: (colour: number) => number } {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = pixels.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const colours = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)!);
  let palette = colours;
  // What is nearly the same goes first: the colour of a small icon is rare, and would be missed.
  for (let nearly = 3; palette.length > 256; nearly *= 1.5) palette = apart(colours, nearly);
  const known = new Map(palette.map((colour, index) => [colour, index]));
  const indexOf = (colour: number) => {
    const found = known.get(colour);
    if (found !== undefined) return found;
    const distances = palette.map((other) => distance(colour, other));
    const nearest = distances.indexOf(Math.min(...distances));
    known.set(colour, nearest);
    return nearest;
  };
  return { palette, indexOf };
}

/** The first of those that are nearer to each other than this. */
function apart(colours: readonly number[], nearly: number): number[] {
  const kept: number[] = [];
  for (const colour of colours)
    if (kept.every((other) => distance(colour, other) >= nearly)) kept.push(colour);
  return kept;
}

function distance(a: number, b: number): number {
  return [16, 8, 0].reduce((sum, bits) => sum + (((a >> bits) & 255) - ((b >> bits) & 255)) ** 2, 0);
}

function readPixels(png: Buffer): Pixels {
  let data = Buffer.alloc(0);
  for (let at = SIGNATURE.length; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      data = Buffer.concat([data, png.subarray(at + 8, at + 8 + png.readUInt32BE(at))]);
  const [width, height, depth, type] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]];
  if (depth !== 8 || type !== 2) throw new Error(`A PNG of depth ${depth} and type ${type} was not expected`);
  const rows = inflateSync(data);
  const stride = width * 3;
  const colours = Buffer.alloc(height * stride);
  const valueAt = (y: number, x: number) => (y < 0 || x < 0 ? 0 : colours[y * stride + x]!);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)]!;
    for (let x = 0; x < stride; x++) {
      const around = [valueAt(y, x - 3), valueAt(y - 1, x), x < 3 ? 0 : valueAt(y - 1, x - 3)] as const;
      colours[y * stride + x] = rows[y * (stride + 1) + 1 + x]! + prediction(filter, ...around);
    }
  }
  return { width, height, colours };
}

/** What PNG's filters add to each byte, from its neighbours. */
function prediction(filter: number, left: number, above: number, aboveLeft: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter === 4) {
    const estimate = left + above - aboveLeft;
    const near = (value: number) => Math.abs(estimate - value);
    if (near(left) <= near(above) && near(left) <= near(aboveLeft)) return left;
    return near(above) <= near(aboveLeft) ? above : aboveLeft;
  }
  return 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
