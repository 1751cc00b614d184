import { draw32 } from '@dwell/core';
import { householdOf } from '../network/addresses.ts';
import { phoneNumber } from './contact.ts';
import { addressCount, entryKind, nonMembersOwned } from './member-traits.ts';
import { personName, type Language } from './names.ts';
import { doorCode, placeLine } from './place.ts';
import { exists, NUMBER_SPACE, type PopulationKey } from './population-key.ts';
import { profile } from './profile.ts';

/** One entry of an address book. */
export type AddressEntry = {
  /** 1-based; `k` of the address edit page. */
  readonly index: number;
  readonly label: string;
  readonly recipient: string;
  readonly phone: string;
  readonly line: string;
  /** In clear; the address list shows it masked (`maskDoorCode`), the edit page as it is. */
  readonly doorCode: string;
  /** The recipient is no member. */
  readonly nonMember: boolean;
  /**
   * Who the person is: the member who owns the mention and its place there; same value, same
   * person.
   */
  readonly person: string;
};

const LABELS = {
  ko: { home: '집', other: ['회사', '학교', '새집'], people: ['부모님', '친구', '가족', '선물'] },
  en: {
    home: 'Home',
    other: ['Office', 'School', 'New home'],
    people: ['Parents', 'Friend', 'Family', 'Gift'],
  },
} as const;

/**
 * Counters of the person stream for people in address books, clear of members' names and phones.
 */
const PERSON = 0x100;
const PERSON_PHONE = 0x200;

/**
 * A member's address book: `addressCount` entries, the first the member's home (shared with the
 * household). Further entries are other places of the member, people who are no members and belong
 * to this account, or people who already belong to another account's book.
 */
export function addressBook(
  key: PopulationKey,
  number: number,
  language: Language = 'ko',
): readonly AddressEntry[] {
  const count = addressCount(key, number);
  return Array.from({ length: count }, (_, index) => {
    const kind = entryKind(key, number, index);
    if (kind === 'self') return ownEntry(key, number, index, language);
    if (kind === 'owned-non-member')
      return personEntry(key, number, index, index, number, language);
    const [owner, place] = ownerElsewhere(key, number, index);
    return personEntry(key, owner, place, index, number, language);
  });
}

function ownEntry(
  key: PopulationKey,
  number: number,
  index: number,
  language: Language,
): AddressEntry {
  const member = profile(key, number, language);
  const dwelling = index === 0 ? householdOf(key, number) : otherPlace(key, number, index);
  const labels = LABELS[language];
  return {
    index: index + 1,
    label: index === 0 ? labels.home : labels.other[(index - 1) % labels.other.length]!,
    recipient: member.name,
    phone: member.phone,
    line: placeLine(key.place, dwelling, language),
    doorCode: doorCode(key.place, dwelling),
    nonMember: false,
    person: `${number}`,
  };
}

/**
 * The person mentioned first as entry `place` of `owner`'s book, listed as entry `index` of
 * `number`'s.
 */
function personEntry(
  key: PopulationKey,
  owner: number,
  place: number,
  index: number,
  number: number,
  language: Language,
): AddressEntry {
  const person = personName(key.person, owner, PERSON + place);
  const dwelling = otherPlace(key, owner, place);
  const labels = LABELS[language].people;
  return {
    index: index + 1,
    label: labels[draw32(key.place, number, PERSON + index) % labels.length]!,
    recipient: language === 'ko' ? person.name : person.nameLatin,
    phone: phoneNumber(key.person, owner, PERSON_PHONE + place, language),
    line: placeLine(key.place, dwelling, language),
    doorCode: doorCode(key.place, dwelling),
    nonMember: true,
    person: `${owner}/${place + 1}`,
  };
}

/** A dwelling that is not a household's home: the upper half of the dwelling numbers. */
function otherPlace(key: PopulationKey, number: number, index: number): number {
  return (draw32(key.place, number, PERSON_PHONE + index) | 0x80000000) >>> 0;
}

/**
 * Another account's non-member: the next account with one, from a drawn number on; about 20 steps.
 */
function ownerElsewhere(
  key: PopulationKey,
  number: number,
  index: number,
): readonly [owner: number, place: number] {
  let owner = 1 + (draw32(key.addresses, number, PERSON + index) % NUMBER_SPACE);
  while (owner === number || !exists(key, owner) || nonMembersOwned(key, owner) === 0) {
    owner = (owner % NUMBER_SPACE) + 1;
  }
  let place = 1;
  while (entryKind(key, owner, place) !== 'owned-non-member') place++;
  return [owner, place];
}
