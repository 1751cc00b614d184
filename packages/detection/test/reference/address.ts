/** The bits of an IPv4 or IPv6 address as a text of 0s and 1s (32 or 128 long), or null. */
function addressBits(text: string): string | null {
  return text.includes(':') ? v6Bits(text) : v4Bits(text);
}

function v4Bits(text: string): string | null {
  const bytes = text.split('.');
  if (bytes.length !== 4) return null;
  if (!bytes.every((byte) => /^(0|[1-9][0-9]{0,2})$/.test(byte) && Number(byte) <= 255))
    return null;
  return bytes.map((byte) => bits(Number(byte), 8)).join('');
}

function v6Bits(text: string): string | null {
  const dotted = /^(.*:)([^:]*\.[^:]*)$/.exec(text);
  if (dotted) {
    const tail = v4Bits(dotted[2]!);
    if (tail === null) return null;
    const word = (at: number) => Number.parseInt(tail.slice(at, at + 16), 2).toString(16);
    return v6Bits(`${dotted[1]}${word(0)}:${word(16)}`);
  }
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const words = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  if (!words.every((word) => /^[0-9a-f]{1,4}$/i.test(word))) return null;
  return words.map((word) => bits(Number.parseInt(word, 16), 16)).join('');
}

function bits(value: number, width: number): string {
  return value.toString(2).padStart(width, '0');
}

/** Whether a text is an address of the same family inside `address/length`. */
export function inNetwork(text: string, network: string): boolean {
  const [base = '', length] = network.split('/');
  const from = addressBits(base);
  const address = addressBits(text);
  if (from === null) throw new Error(`no network: ${network}`);
  if (address === null || address.length !== from.length) return false;
  const share = length === undefined ? from.length : Number(length);
  return address.slice(0, share) === from.slice(0, share);
}
