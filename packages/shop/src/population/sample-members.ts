import { exists, NUMBER_SPACE, type PopulationKey } from './population-key.ts';

/** How many members exist whose number ≡ residue (mod scale); the whole population by default. */
export function memberCount(key: PopulationKey, scale = 1, residue = 0): number {
  let count = 0;
  for (let number = firstNumber(scale, residue); number <= NUMBER_SPACE; number += scale) {
    if (exists(key, number)) count++;
  }
  return count;
}

/** Existing numbers ≡ residue (mod scale), ascending. */
export function sampleMembers(key: PopulationKey, scale: number, residue: number): Uint32Array {
  const members = new Uint32Array(memberCount(key, scale, residue));
  let at = 0;
  for (let number = firstNumber(scale, residue); number <= NUMBER_SPACE; number += scale) {
    if (exists(key, number)) members[at++] = number;
  }
  return members;
}

/** Smallest number ≥ 1 in the residue class. */
function firstNumber(scale: number, residue: number): number {
  const rest = residue % scale;
  return rest === 0 ? scale : rest;
}
