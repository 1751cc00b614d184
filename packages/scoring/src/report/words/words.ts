import type { Language } from '../types.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';

/** All that a paper says that is not a figure or somebody's own words. */
export type Words = typeof en;

export function wordsOf(language: Language): Words {
  return language === 'ko' ? ko : en;
}
