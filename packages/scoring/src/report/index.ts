export * from './build-report.ts';
export * from './docx/to-docx.ts';
export * from './json/report-json.ts';
export * from './to-markdown.ts';
export * from './types.ts';
