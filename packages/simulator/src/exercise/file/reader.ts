import type { MomentReader } from './moment-reader.ts';
import type { Names } from './names.ts';
import type { ProblemList } from './problem-list.ts';

/** What the parts of an exercise file are read with: its times, its names, and where problems go. */
export type Reader = { moments: MomentReader; names: Names; list: ProblemList };
