import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const STORED = 0;

/** The files of a zip archive by name, read from its central directory: to look into what was made. */
export function unzipped(zip: Buffer): ReadonlyMap<string, string> {
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== END) end -= 1;
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    ) as [number, number, number];
    const start = zip.readUInt32LE(at + 42);
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const packed = zip.subarray(data, data + zip.readUInt32LE(at + 20));
    const whole = zip.readUInt16LE(at + 10) === STORED ? packed : inflateRawSync(packed);
    files.set(zip.toString('utf8', at + 46, at + 46 + nameLength), whole.toString('utf8'));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}
