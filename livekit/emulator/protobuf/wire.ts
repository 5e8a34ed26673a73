/** The bytes of protocol buffers: what stands around values in a message (protobuf.dev, "Encoding"). */

export const enum WireType {
  Varint = 0,
  Fixed64 = 1,
  Bytes = 2,
  Fixed32 = 5,
}

/** Thrown for bytes that are no message. */
export class WireError extends Error {}

export class WireReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get position(): number {
    return this.at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  /** Up to ten bytes, seven bits each, the lowest first. */
  varint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.byte();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new WireError("a number has no end");
  }

  tag(): { readonly number: number; readonly type: number } {
    const tag = Number(this.varint());
    const number = Math.floor(tag / 8);
    if (number < 1 || number > 0x1fffffff) throw new WireError("a field has no such number");
    return { number, type: tag % 8 };
  }

  bytesOf(length: number): Uint8Array {
    if (length > this.bytes.length - this.at) throw new WireError("the message ends too soon");
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  lengthDelimited(): Uint8Array {
    return this.bytesOf(Number(this.varint()));
  }

  /** Passes over the value of a field that nobody knows. Groups are not used by LiveKit. */
  skip(type: number): void {
    if (type === WireType.Varint.valueOf()) this.varint();
    else if (type === WireType.Bytes.valueOf()) this.lengthDelimited();
    else if (type === WireType.Fixed64.valueOf()) this.bytesOf(8);
    else if (type === WireType.Fixed32.valueOf()) this.bytesOf(4);
    else throw new WireError("a field has no such type");
  }

  private byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new WireError("the message ends too soon");
    return byte;
  }
}

export class WireWriter {
  private readonly bytes: number[] = [];

  varint(value: bigint): void {
    let rest = BigInt.asUintN(64, value);
    while (rest > 0x7fn) {
      this.bytes.push(Number(rest & 0x7fn) | 0x80);
      rest >>= 7n;
    }
    this.bytes.push(Number(rest));
  }

  tag(number: number, type: WireType): void {
    this.varint(BigInt(number * 8 + type));
  }

  raw(bytes: Uint8Array): void {
    for (const byte of bytes) this.bytes.push(byte);
  }

  lengthDelimited(bytes: Uint8Array): void {
    this.varint(BigInt(bytes.length));
    this.raw(bytes);
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }
}
