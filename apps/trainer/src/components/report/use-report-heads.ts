'use client';

import { useEffect } from 'react';

/** Text as a CSS string. */
const css = (text: string) => `"${text.replace(/["\\]/g, '\\$&').replace(/[\n\r\f]/g, ' ')}"`;

/** Running heads of the printed report: the exercise at the left, the team at the right, the page below. */
export function useReportHeads(exercise: string, team: string): void {
  const font = 'font: 9px var(--font-sans, sans-serif); color: #5a6474;';
  const rules = `@page { @top-left { content: ${css(exercise)}; ${font} } @top-right { content: ${css(team)}; ${font} } @bottom-right { content: counter(page) " / " counter(pages); ${font} } }`;
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [rules]);
}
