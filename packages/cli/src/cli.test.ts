import { DwellError } from '@dwell/core';
import { expect, test } from 'vitest';
import { fakeIo } from '../test/fake-io.ts';
import { runCli } from './cli.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';

const echo: Command = {
  name: 'echo',
  positionals: 'WORD',
  count: [1, 1],
  summary: 'Says it back.',
  options: {
    seed: { value: 'N', help: 'a number' },
    set: { value: 'K=V', multiple: true, help: 'pairs' },
  },
  run(args, io) {
    if (args.positionals[0] === 'boom') throw new Error('cables\nburnt');
    if (args.positionals[0] === 'stop') throw new DOMException('', 'AbortError');
    if (args.positionals[0] === 'bad')
      throw new DwellError('X', { what: 'w\u001b[31m', where: 'x', todo: 't' });
    io.out(JSON.stringify(args));
    return Promise.resolve(0);
  },
};

async function dwell(...argv: string[]) {
  const io = fakeIo();
  const code = await runCli(argv, io, [echo, ...COMMANDS]);
  return { code, out: io.stdout, err: io.stderr };
}

test('bad usage: exit 2, one line of three parts on stderr, nothing on stdout', async () => {
  for (const argv of [
    [],
    ['--json'],
    ['frobnicate'],
    ['frobnicate', '--json'],
    ['test', './nonexistent.yml'],
    ['test'],
    ['compare', 'insider-key', '--playbook', 'none'],
    ['echo'],
    ['echo', 'a', 'b'],
    ['echo', 'a', '--sead', '4'],
    ['echo', 'a', '--seed'],
    ['echo', 'a', '--seed', '-1'],
    ['echo', 'a', '--json=yes'],
    ['help', 'nothing'],
  ]) {
    const { code, out, err } = await dwell(...argv);
    expect([code, out], argv.join(' ')).toEqual([2, '']);
    expect(err, argv.join(' ')).toMatch(/^error: [^·\n]+ · [^·\n]+ · [^·\n]+\n$/);
  }
});

test('an unknown command lists what there is, an unknown option guesses', async () => {
  expect((await dwell('lin')).err).toContain('did you mean "lint"?');
  expect((await dwell('echo', 'a', '--sead=4')).err).toContain('did you mean --seed?');
});

test('arguments reach the command; common options may stand first', async () => {
  const { code, out } = await dwell(
    '--quiet',
    'echo',
    'a',
    '--seed',
    '4',
    '--set',
    'x=1',
    '--set',
    'y=2',
    '--json',
  );
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    positionals: ['a'],
    values: { quiet: true, json: true, seed: '4', set: ['x=1', 'y=2'] },
  });
});

test('our own faults exit 3 with one line; the stack only with --debug', async () => {
  const plain = await dwell('echo', 'boom');
  expect(plain.code).toBe(3);
  expect(plain.err).toMatch(/^error: cables burnt · dwell echo · please report it.*\n$/);
  expect((await dwell('echo', 'boom', '--debug')).err).toMatch(/\n\s+at /);
});

test('an aborted command exits 130; control characters never reach the terminal', async () => {
  expect((await dwell('echo', 'stop')).code).toBe(130);
  expect((await dwell('echo', 'bad')).err).toBe('error: w [31m · x · t\n');
});

test('help and version go to stdout with exit 0', async () => {
  const help = await dwell('--help');
  expect([help.code, help.err]).toEqual([0, '']);
  for (const command of COMMANDS) expect(help.out).toContain(`  ${command.name}`);
  expect((await dwell('echo', '--help')).out).toContain('--set K=V …');
  expect((await dwell('help', 'echo')).out).toBe((await dwell('echo', '--help')).out);
  expect((await dwell('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});
