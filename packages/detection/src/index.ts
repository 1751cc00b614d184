export * from './ir/problem.ts';
export * from './ir/expression.ts';
export * from './ir/values.ts';
export * from './ir/detection.ts';
export { Correlator, type CorrelatorLimits, type CorrelatorPlan } from './stream/correlator.ts';
export { textTest, type ValueTest, valueTest } from './stream/value-test.ts';
