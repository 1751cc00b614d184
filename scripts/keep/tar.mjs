// A plain tar archive, as every system's tar reads it: regular files and folders, nothing else.

const BLOCK = 512;

/** Something is wrong with an archive; the message is for people. */
export class ArchiveError extends Error {}

function splitName(path) {
  if (Buffer.byteLength(path) <= 100) return { name: path, prefix: '' };
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)];
    if (Buffer.byteLength(name) <= 100 && Buffer.byteLength(prefix) <= 155) return { name, prefix };
  }
  throw new ArchiveError(`the path ${path} is too long for an archive`);
}

const octal = (value, width) => `${value.toString(8).padStart(width - 1, '0')}\0`;

function checksumOf(header) {
  let sum = 0;
  for (let i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? 32 : header[i];
  return sum;
}

/** The header of an entry `{ path, size, mode, mtimeMs, folder }`. */
export function tarHeader({ path, size, mode, mtimeMs, folder }) {
  const header = Buffer.alloc(BLOCK);
  const { name, prefix } = splitName(folder ? `${path}/` : path);
  header.write(name, 0, 'utf8');
  header.write(octal(mode & 0o777, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(folder ? 0 : size, 12), 124);
  header.write(octal(Math.floor(mtimeMs / 1_000), 12), 136);
  header.write(folder ? '5' : '0', 156);
  header.write('ustar\x0000', 257);
  header.write(prefix, 345, 'utf8');
  header.write(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

const padding = (size) => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

/** The archive's bytes. An entry's `read()` yields exactly `size` bytes. */
export async function* writeTar(entries) {
  for await (const entry of entries) {
    yield tarHeader(entry);
    if (entry.folder) continue;
    let bytes = 0;
    for await (const chunk of entry.read()) {
      bytes += chunk.length;
      yield chunk;
    }
    if (bytes !== entry.size) throw new ArchiveError(`${entry.path} changed while it was copied`);
    yield padding(bytes);
  }
  yield Buffer.alloc(2 * BLOCK);
}

const textOf = (header, from, to) => {
  const field = header.subarray(from, to);
  const end = field.indexOf(0);
  return field.subarray(0, end === -1 ? field.length : end).toString('utf8');
};

/** Names of an archive are below its root, whoever made it. */
function safePath(path) {
  const parts = path.replace(/\/$/, '').split('/');
  const bad = parts.some((part) => part === '' || part === '.' || part === '..');
  if (bad || /^[A-Za-z]:|\\|\0/.test(path))
    throw new ArchiveError(`the archive names ${JSON.stringify(path)}, which is not below it`);
  return parts.join('/');
}

function entryOf(header) {
  const stored = Number.parseInt(textOf(header, 148, 156).trim(), 8);
  if (stored !== checksumOf(header))
    throw new ArchiveError('this is not an archive, or is damaged');
  const prefix = textOf(header, 345, 500);
  const name = textOf(header, 0, 100);
  const kind = String.fromCharCode(header[156] || 48);
  if (kind !== '0' && kind !== '5') throw new ArchiveError('the archive holds links or devices');
  return {
    path: safePath(prefix === '' ? name : `${prefix}/${name}`),
    size: Number.parseInt(textOf(header, 124, 136), 8) || 0,
    mode: Number.parseInt(textOf(header, 100, 108), 8) || 0,
    folder: kind === '5',
  };
}

/**
 * Reads an archive from a stream of chunks: `onEntry(entry, bytes)` for each, in order, where `bytes`
 * yields a file's content and must be read to its end. Errors: `ArchiveError`.
 */
export async function readTar(chunks, onEntry) {
  const source = chunks[Symbol.asyncIterator]();
  let kept = Buffer.alloc(0);
  const more = async () => {
    const { done, value } = await source.next();
    if (done) throw new ArchiveError('the archive ends in the middle');
    return value;
  };
  const take = async (bytes) => {
    while (kept.length < bytes) kept = Buffer.concat([kept, await more()]);
    const taken = kept.subarray(0, bytes);
    kept = kept.subarray(bytes);
    return taken;
  };
  async function* content(size) {
    for (let left = size; left > 0;) {
      if (kept.length === 0) kept = await more();
      const part = kept.subarray(0, Math.min(left, kept.length));
      kept = kept.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }
  for (;;) {
    const header = await take(BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const entry = entryOf(header);
    await onEntry(entry, content(entry.folder ? 0 : entry.size));
    if (!entry.folder) await take(padding(entry.size).length);
  }
  // To the end: a compressed stream says only there whether it is whole.
  for (let next = await source.next(); !next.done; next = await source.next());
}
