'use client';

import type { Tool } from '@dwell/simulator/router';
import { useExercise, useRoom } from './exercise-provider.tsx';

/** May the viewer ask for what this tool shows? Outside exercises anything; in one, what their roles' cards name. */
export function useMaySee(tool: Tool): boolean {
  const exercise = useExercise();
  const tools = useRoom()?.tools;
  return exercise === null || (tools?.includes(tool) ?? false);
}
