import { post, serveCalls } from '@dwell/simulator';
import { evaluateAsk } from './evaluate-ask.ts';
import type { Ask } from './evaluation.ts';

// Entry of the children of `dwell test`: one run at a time, in one go.
serveCalls({
  evaluate: (ask: Ask, scratch: string) =>
    evaluateAsk(ask, { processes: 0, scratch, onProgress: (share) => post(share) }),
});
