export * from './ir/problem.ts';
export * from './ir/expression.ts';
export * from './ir/values.ts';
export * from './ir/detection.ts';
