/** An element of a parsed document. */
export type Element = {
  name: string;
  attributes: { [name: string]: string };
  children: Element[];
  text: string;
};

const NAME = '[A-Za-z_][\\w.-]*';
const TOKEN = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>|([^<]+)|(<)`, 'g');
const ENTITIES: { [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text))
    throw new Error('a character that XML has not');
  return text.replace(/&(?:#(\d+);|(\w+);|)/g, (all, code?: string, name?: string) => {
    if (code !== undefined) return String.fromCodePoint(Number(code));
    if (name !== undefined && ENTITIES[name] !== undefined) return ENTITIES[name];
    throw new Error(`a bare ampersand: ${all}`);
  });
}

/** Parses what this project writes of XML (no comments, no CDATA); throws when it is not well-formed. */
export function parseXml(xml: string): Element {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!xml.startsWith(head)) throw new Error('no XML declaration');
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const match of xml.slice(head.length).matchAll(TOKEN)) {
    const [, end, name, attributes, empty, text, stray] = match;
    const top = open.at(-1)!;
    if (stray) throw new Error(`a stray < at ${match.index}`);
    if (text !== undefined) {
      if (top === root && text.trim() !== '') throw new Error('text outside the root');
      top.text += decode(text);
    } else if (end) {
      if (open.pop()!.name !== name) throw new Error(`</${name}> does not fit`);
    } else {
      const element: Element = { name: name!, attributes: {}, children: [], text: '' };
      for (const [, key = '', value] of attributes!.matchAll(/([\w.-]+)="([^"]*)"/g)) {
        if (Object.hasOwn(element.attributes, key)) throw new Error(`${key} stands twice`);
        element.attributes[key] = decode(value!);
      }
      top.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not one root, closed');
  return root.children[0]!;
}

/** Every element of a name, in order. */
export function elements(root: Element, name: string): Element[] {
  return root.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elements(child, name),
  ]);
}
