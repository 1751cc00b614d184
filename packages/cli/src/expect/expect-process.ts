import { post, serveCalls } from '@dwell/simulator';
import { evaluateAsk } from './evaluate-ask.ts';
import type { Ask } from './evaluation.ts';

// Entry of the children of `dwell test`: one run at a time, its records made by one process more.
serveCalls({
  evaluate: (ask: Ask) => evaluateAsk(ask, { processes: 1, onProgress: (share) => post(share) }),
});
