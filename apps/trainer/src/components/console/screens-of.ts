import type { Tool } from '@dwell/simulator/router';
import { SCREENS, type Screen } from '../frame/screens.ts';

/** Which of the tools opens a screen; a screen without any is everybody's. */
const NEEDS: Partial<Record<Screen['id'], readonly Tool[]>> = {
  alerts: ['alerts'],
  hunt: ['hunt'],
  rules: ['rules'],
  respond: ['respond'],
  shop: ['keys', 'staff', 'gateway', 'customers'],
};

/** Only in an exercise, and only outside one. */
const ROOM_ONLY = new Set<Screen['id']>(['inbox', 'decide', 'documents', 'record']);

/** The screens of a run: outside exercises those that need no room; in one those that the tools allow. */
export function screensOf(tools: readonly Tool[] | null): readonly Screen[] {
  if (tools === null) return SCREENS.filter((screen) => !ROOM_ONLY.has(screen.id));
  return SCREENS.filter((screen) => {
    const needs = NEEDS[screen.id];
    return (
      screen.id !== 'runs' && (needs === undefined || needs.some((tool) => tools.includes(tool)))
    );
  });
}
