import type { Block } from '@dwell/scoring/report';

/** Cuts a paper at its breaks: blocks that belong on paper of their own. */
export function leavesOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const leaves: Block[][] = [[]];
  for (const block of blocks) {
    if (block.is === 'break') leaves.push([]);
    else leaves.at(-1)!.push(block);
  }
  return leaves.filter((leaf) => leaf.length > 0);
}
