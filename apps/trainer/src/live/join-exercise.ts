import type { Role } from '@dwell/simulator/router';
import type { Refusal } from './auth.ts';

export type JoinAsk = {
  code: string;
  name: string;
  kind: 'trainee' | 'observer';
  team?: string;
  roles?: readonly Role[];
};

/** Takes a seat: makes a guest with a session of their own. The exercise's id, or why not. */
export async function joinExercise(
  ask: JoinAsk,
): Promise<{ exerciseId: string } | { refusal: Refusal }> {
  try {
    const response = await fetch('/api/join', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ask),
    });
    const data = ((await response.json().catch(() => null)) ?? {}) as Record<string, unknown>;
    if (response.ok && typeof data.exerciseId === 'string') return { exerciseId: data.exerciseId };
    const message = [data.what, data.todo].filter((part) => typeof part === 'string').join('. ');
    return {
      refusal: {
        code: String(data.code ?? ''),
        status: response.status,
        message: message || String(data.message ?? ''),
      },
    };
  } catch {
    return { refusal: { code: 'OFFLINE', status: 0, message: '' } };
  }
}
