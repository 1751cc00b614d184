import { expect, test, vi } from 'vitest';
import { isTextField } from './key-sequence.ts';
import { type Command, CommandRegistry } from './registry.ts';

const command = (id: string, keys: string | undefined, run: () => void = () => {}): Command => ({
  id,
  title: id,
  group: 'go',
  keys,
  run,
});
const press = (registry: CommandRegistry, key: string, ctrl = false) =>
  registry.press({ key, ctrl });

test('a sequence runs its command once both keys came in order', () => {
  const registry = new CommandRegistry();
  const run = vi.fn();
  registry.register([command('go-situation', 'g s', run)]);
  expect(press(registry, 's')).toBe(false);
  expect(press(registry, 'g')).toBe(true);
  expect(run).not.toHaveBeenCalled();
  expect(press(registry, 's')).toBe(true);
  expect(run).toHaveBeenCalledOnce();
});

test('a key that does not continue the sequence counts by itself', () => {
  const registry = new CommandRegistry();
  const query = vi.fn();
  registry.register([command('go-hunt', 'g h'), command('query', '/', query)]);
  press(registry, 'g');
  expect(press(registry, '/')).toBe(true);
  expect(query).toHaveBeenCalledOnce();
});

test('a later command takes over an id and a key, and gives them back', () => {
  const registry = new CommandRegistry();
  const [early, late] = [vi.fn(), vi.fn()];
  registry.register([command('next', 'j', early)]);
  const leave = registry.register([command('next', 'j', late)]);
  press(registry, 'j');
  leave();
  press(registry, 'j');
  expect([early.mock.calls.length, late.mock.calls.length]).toEqual([1, 1]);
  expect(registry.list()).toHaveLength(1);
});

test('Ctrl combinations and the space bar have names', () => {
  const registry = new CommandRegistry();
  const run = vi.fn();
  registry.register([command('palette', 'Ctrl+K', run), command('play', 'space', run)]);
  press(registry, 'k', true);
  press(registry, ' ');
  expect(press(registry, 'k')).toBe(false);
  expect(run).toHaveBeenCalledTimes(2);
});

test('text fields keep their keys, radios do not', () => {
  expect(isTextField({ tagName: 'INPUT', type: 'text' })).toBe(true);
  expect(isTextField({ tagName: 'TEXTAREA' })).toBe(true);
  expect(isTextField({ tagName: 'INPUT', type: 'radio' })).toBe(false);
  expect(isTextField({ tagName: 'BUTTON' })).toBe(false);
  expect(isTextField(null)).toBe(false);
});
