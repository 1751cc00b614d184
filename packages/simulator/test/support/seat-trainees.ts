import { vi } from 'vitest';
import { seatSight } from '../../src/host/seat-sight.ts';
import type { SimulatorService } from '../../src/host/service.ts';

/** A SOC lead whose card has every tool there is. */
const EVERY_TOOL = seatSight({ exerciseId: 'e', roles: ['soc-lead'] }, [
  {
    role: 'soc-lead',
    title: { en: '', ko: '' },
    brief: { en: '', ko: '' },
    start: [],
    tools: ['hunt', 'rules', 'alerts', 'keys', 'staff', 'gateway', 'customers', 'respond', 'money'],
    tables: [],
    alone: ['deploy-rule', 'retire-rule'],
    withSecond: [],
  },
]);

/** Gives every trainee a seat in every run, for tests of what a seat is told at most. */
export function seatTrainees(service: SimulatorService): void {
  vi.spyOn(service, 'seated').mockImplementation(async (viewer) =>
    viewer.role === 'instructor' ? viewer : { ...viewer, sight: EVERY_TOOL },
  );
}
