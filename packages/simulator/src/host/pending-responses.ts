import { responseById, responseInfo } from '../response/catalogue.ts';
import type { ResponseState } from '../response/types.ts';
import type { Run } from '../run/run.ts';

/** Every response asked for, as it stands or will stand when its tick has come. */
export function askedResponses(run: Run): readonly ResponseState[] {
  if (run.world.state.exercise) return run.ahead().state.responses;
  return [...run.responses(), ...pendingResponses(run)];
}

/**
 * Responses that are in the log but whose tick has not come, as they will stand when it has: while
 * the clock is paused people still see what they asked for.
 */
export function pendingResponses(run: Run): ResponseState[] {
  const waiting = run.commands.filter((command) => command.at >= run.now);
  const withdrawn = new Set(
    waiting.flatMap(({ body }) => (body.do === 'withdraw' ? [body.sequence] : [])),
  );
  return waiting.flatMap(({ body, sequence, at }): ResponseState[] => {
    if (body.do !== 'respond') return [];
    const { leadMs } = responseInfo(responseById(body.response), run.world.knobs, body.params);
    const state = withdrawn.has(sequence) ? 'withdrawn' : 'in-flight';
    return [
      {
        id: body.response,
        commandSequence: sequence,
        params: body.params,
        askedAt: at,
        effectiveAt: at + leadMs,
        state,
      },
    ];
  });
}
