import { HOUR_MS } from '@dwell/core';
import { logControl, type Response } from './response.ts';

const LEAD_HOURS: Readonly<Record<string, number>> = {
  'token-issued': 24,
  'subject-exists': 8,
  'key-custodian': 4,
  canary: 4,
  'page-flow': 12,
};

/** Joins what the shop knows elsewhere into the logs, so that rules and hunts can ask for it. */
export const enrich: Response = {
  id: 'enrich',
  touches: 'evidence',
  title: { en: 'Enrich the logs', ko: '로그 보강' },
  summary: {
    en: 'Adds what the issuer, the member directory or the key register knows to each record from then on.',
    ko: '발급기, 회원 디렉터리, 키 대장이 아는 것을 그때부터 로그마다 덧붙입니다.',
  },
  analystHours: 8,
  undoable: true,
  leadMs: (_knobs, params) => (LEAD_HOURS[String(params['name'])] ?? 24) * HOUR_MS,
  priceWon: () => 3_000_000,
  blast: () => ({}),
  apply(world, params) {
    const name = String(params['name']);
    world.state.enrichments = {
      ...world.state.enrichments,
      [name]: world.state.enrichments[name] ?? world.now,
    };
    logControl(world, `enrichment/${name}`, 'switched-on', 'added to each record from now on');
  },
};
