export * from './history.ts';
export * from './improvement.ts';
export * from './loss-at.ts';
export * from './programme-minute.ts';
export * from './score.ts';
