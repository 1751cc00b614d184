/**
 * The bytes of an address, 4 or 16, or null when the text is none. IPv4 is four decimal numbers without
 * leading zeros; IPv6 as in RFC 4291, section 2.2, in either case, without zone or brackets.
 */
export function addressBytes(text: string): readonly number[] | null {
  if (text.length > 45) return null;
  return text.includes(':') ? bytes6(text) : bytes4(text);
}

function bytes4(text: string): number[] | null {
  const bytes: number[] = [];
  let value = -1;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 46;
    if (code === 46) {
      if (value < 0) return null;
      bytes.push(value);
      value = -1;
    } else {
      // A digit more after a lone zero would be a leading zero.
      if (code < 48 || code > 57 || value === 0) return null;
      value = (value < 0 ? 0 : value * 10) + code - 48;
      if (value > 255) return null;
    }
  }
  return bytes.length === 4 ? bytes : null;
}

function bytes6(text: string): number[] | null {
  const gap = text.indexOf('::');
  if (gap < 0) {
    const all = groups(text, true);
    return all?.length === 16 ? all : null;
  }
  const head = gap === 0 ? [] : groups(text.slice(0, gap), false);
  const tail = gap + 2 === text.length ? [] : groups(text.slice(gap + 2), true);
  // The gap stands for at least one group of zeros.
  if (head === null || tail === null || head.length + tail.length > 14) return null;
  return [...head, ...Array<number>(16 - head.length - tail.length).fill(0), ...tail];
}

/** Groups of hexadecimal digits; the last may be an IPv4 address. */
function groups(text: string, mayEndIn4: boolean): number[] | null {
  const bytes: number[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    if (mayEndIn4 && i === parts.length - 1 && part.includes('.')) {
      const four = bytes4(part);
      if (four === null) return null;
      bytes.push(...four);
    } else {
      if (!/^[0-9a-f]{1,4}$/i.test(part)) return null;
      const group = Number.parseInt(part, 16);
      bytes.push(group >> 8, group & 255);
    }
  }
  return bytes;
}
