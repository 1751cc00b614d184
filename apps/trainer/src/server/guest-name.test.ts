import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guestName } from './guest-name.ts';

// Goal: a name can be read by everybody and changes nothing around it.

test('names stay as they are written, but for what cannot be seen', () => {
  expect(guestName('  김  하나\n')).toBe('김 하나');
  expect(guestName('Zoë O’Neil-Ångström 🦊')).toBe('Zoë O’Neil-Ångström 🦊');
  expect(guestName('ad\u202emin\u2066\u200b')).toBe('admin');
  expect(guestName('a\u0301\u0301\u0301\u0301\u0301')).toBe('á\u0301\u0301');
  expect(guestName('\u3164\u0007')).toBeNull();
  expect([guestName('x'.repeat(60)), guestName('x'.repeat(61))]).toEqual(['x'.repeat(60), null]);
});

test('whatever is typed, nothing invisible is left, and cleaning twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
      const name = guestName(typed);
      if (name === null) return;
      expect(name).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]|^ | $/u);
      expect(Array.from(name).length).toBeLessThanOrEqual(60);
    }),
  );
});
