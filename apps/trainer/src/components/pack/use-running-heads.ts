'use client';

import { useEffect } from 'react';

/** Text as a CSS string. */
const css = (text: string) => `"${text.replace(/["\\]/g, '\\$&').replace(/[\n\r\f]/g, ' ')}"`;

const PARTS = ['manual', 'runOfShow', 'cards', 'injects', 'forms'] as const;
export type PackPart = (typeof PARTS)[number];

/** The pages' margins as rules of their own: the exercise above at the left, the part at the right, the number below. */
export function headRules(
  exercise: string,
  names: Readonly<Record<PackPart, string>>,
  control: string,
): string {
  const font = 'font: 9px var(--font-sans, sans-serif); color: #5a6474;';
  const secret = new Set<PackPart>(['injects', 'runOfShow', 'forms']);
  return [
    `@page { @top-left { content: ${css(exercise)}; ${font} } @bottom-right { content: counter(page) " / " counter(pages); ${font} } }`,
    ...PARTS.map(
      (part) =>
        `@page pack-${part} { @top-right { content: ${css(names[part])}; ${font} }${
          secret.has(part) ? ` @bottom-left { content: ${css(control)}; ${font} }` : ''
        } }`,
    ),
    ...PARTS.map((part) => `.sheet-${part} { page: pack-${part}; }`),
  ].join('\n');
}

/** Lays the running heads while the pack is on screen; the document's own rules allow no style element here. */
export function useRunningHeads(
  exercise: string,
  names: Readonly<Record<PackPart, string>>,
  control: string,
): void {
  const rules = headRules(exercise, names, control);
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [rules]);
}
