export * from './history.ts';
export * from './improvement.ts';
export * from './score.ts';
