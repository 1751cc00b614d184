import type { Playbook, When } from '@dwell/simulator';

/** Does a playbook act on alerts? Then the rules move the world, all of them together. */
export function reactsToAlerts({ steps }: Playbook): boolean {
  const waits = (when: When): boolean =>
    'alert' in when ||
    ('any' in when && when.any.some(waits)) ||
    ('all' in when && when.all.some(waits));
  return steps.some((step) => waits(step.when));
}
