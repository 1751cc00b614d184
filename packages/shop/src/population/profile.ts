import { DAY_MS, draw32, type SimTime } from '@dwell/core';
import { mailAddress, phoneNumber } from './contact.ts';
import { memberStatus, type MemberStatus } from './member-traits.ts';
import { personName, type Language } from './names.ts';
import { NUMBER_SPACE, type PopulationKey } from './population-key.ts';

/** What the my-info page knows of a member. All invented. */
export type Profile = {
  readonly number: number;
  /**
   * In the language asked for: Hangul, but latin letters for the 4 % who write so, and in English.
   */
  readonly name: string;
  readonly nameLatin: string;
  readonly email: string;
  readonly phone: string;
  readonly status: MemberStatus;
  /**
   * Simulated time, before the start of the run: numbers were given out in this order for 13 years.
   */
  readonly joinedAt: SimTime;
};

/** Stream counter of the phone number; names use 0 and 0x10000. */
const PHONE = 1;
const FOUNDED_DAYS_AGO = 4_745;

/**
 * The member with a number; more than a million a second. The person is the same in both languages,
 * written differently. Only meaningful for numbers that exist.
 */
export function profile(key: PopulationKey, number: number, language: Language = 'ko'): Profile {
  const person = personName(key.person, number);
  return {
    number,
    name: language === 'ko' ? person.name : person.nameLatin,
    nameLatin: person.nameLatin,
    email: mailAddress(person.handle, number),
    phone: phoneNumber(key.person, number, PHONE, language),
    status: memberStatus(key, number),
    joinedAt: joinedAt(key, number),
  };
}

/** When a number was given out: evenly over the years, at a time of that day. */
function joinedAt(key: PopulationKey, number: number): SimTime {
  const daysAgo = Math.ceil(((NUMBER_SPACE - number + 1) * FOUNDED_DAYS_AGO) / NUMBER_SPACE);
  return (draw32(key.status, number, 1) % DAY_MS) - daysAgo * DAY_MS;
}
