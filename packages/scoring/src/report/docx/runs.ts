import { type IRunOptions, TextRun } from 'docx';

const NEW_LINE = 0x0a;
const TAB = 0x09;

/** What XML cannot hold, and marks that turn text round: control characters, halves, overrides. */
function unfit(code: number): boolean {
  if (code < 0x20) return code !== NEW_LINE && code !== TAB;
  return (
    code === 0x7f ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069) ||
    code === 0xfffe ||
    code === 0xffff
  );
}

/** Text without what a document cannot hold. */
export function fit(text: string): string {
  return Array.from(text.replace(/\r\n?/g, '\n'))
    .filter((each) => !unfit(each.codePointAt(0)!))
    .join('');
}

/** Runs of a text, one a line. */
export function runs(text: string, options: IRunOptions = {}): TextRun[] {
  return fit(text)
    .split('\n')
    .map((line, place) => new TextRun({ ...options, text: line, ...(place > 0 && { break: 1 }) }));
}
