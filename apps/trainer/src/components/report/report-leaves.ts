import type { Block } from '@dwell/scoring/report';

/** Blocks that belong on paper of their own, upright or on its side. */
export type Leaf = { wide: boolean; blocks: readonly Block[] };

/** Cuts a paper at its breaks; a break says how the pages after it lie. */
export function leavesOf(blocks: readonly Block[]): readonly Leaf[] {
  const leaves: { wide: boolean; blocks: Block[] }[] = [{ wide: false, blocks: [] }];
  for (const block of blocks) {
    if (block.is === 'break') leaves.push({ wide: block.landscape ?? false, blocks: [] });
    else leaves.at(-1)!.blocks.push(block);
  }
  return leaves.filter((leaf) => leaf.blocks.length > 0);
}
