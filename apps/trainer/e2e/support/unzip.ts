import { inflateRawSync } from 'node:zlib';

const CENTRAL = 0x02_01_4b_50;
const END = 0x06_05_4b_50;
const STORED = 0;

/** The files of a zip archive by name, as a word processor reads them: by its central directory. */
export function unzip(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new Error('not a zip archive');
  const files = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n -= 1) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new Error('a broken zip archive');
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, note] = [28, 30, 32].map((of) => bytes.readUInt16LE(at + of)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + size);
    const file = bytes.toString('utf8', at + 46, at + 46 + name);
    files.set(file, method === STORED ? packed : inflateRawSync(packed));
    at += 46 + name + extra + note;
  }
  return files;
}

/** The words of a DOCX, paragraph by paragraph. */
export function wordsOf(docx: Buffer): string {
  const body = unzip(docx).get('word/document.xml')?.toString('utf8') ?? '';
  return body
    .replaceAll('</w:p>', '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
