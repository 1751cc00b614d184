import { randomInt } from 'node:crypto';

/** Letters and digits that are told apart by ear and by eye. */
const ALPHABET = 'ACEFHJKMNPRTWXY34679';
const LENGTH = 6;

/** A fresh code to join by: six characters. */
export function exerciseCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** A code as somebody typed it: upper case, without what is not a letter or digit. */
export function tidyCode(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .slice(0, 12);
}
