import { badInput } from '@dwell/core';
import { paramComplaints } from '../scenario/actions.ts';
import type { Knobs } from '../scenario/knobs.ts';
import { RESPONSE_PARAMS } from '../scenario/response-params.ts';
import { blockAddress } from './block-address.ts';
import { canaryAccounts } from './canary-accounts.ts';
import { checkIssuance } from './check-issuance.ts';
import { checkSubjectExists } from './check-subject-exists.ts';
import { denyList } from './deny-list.ts';
import { deployRule, retireRule } from './deploy-rule.ts';
import { enrich } from './enrich.ts';
import { legalHold } from './legal-hold.ts';
import { logout } from './logout.ts';
import { notifyPeople } from './notify-people.ts';
import { notifyRegulator } from './notify-regulator.ts';
import { rateLimit } from './rate-limit.ts';
import { removeKeyCopies } from './remove-key-copies.ts';
import type { Response } from './response.ts';
import { restore } from './restore.ts';
import { revokeToken } from './revoke-token.ts';
import { rotateKey } from './rotate-key.ts';
import type { ResponseInfo, ResponseParams } from './types.ts';

/** Every response there is, in the order of the catalogue. */
export const RESPONSES: readonly Response[] = [
  revokeToken,
  denyList,
  rotateKey,
  removeKeyCopies,
  checkSubjectExists,
  checkIssuance,
  blockAddress,
  rateLimit,
  logout,
  canaryAccounts,
  legalHold,
  enrich,
  notifyRegulator,
  notifyPeople,
  restore,
  deployRule,
  retireRule,
];

/** A response by id. Errors: `RESPONSE`. */
export function responseById(id: string): Response {
  const found = RESPONSES.find((response) => response.id === id);
  if (!found) {
    throw badInput(
      'RESPONSE',
      `there is no response "${id}"`,
      'respond',
      `use one of ${RESPONSES.map((r) => r.id).join(', ')}`,
    );
  }
  return found;
}

/** Checks parameters against the response's specification. Errors: `PARAM`. */
export function checkParams(id: string, params: ResponseParams): void {
  const complaint = paramComplaints(params, RESPONSE_PARAMS[id] ?? [])[0];
  if (complaint) throw badInput('PARAM', complaint.what, id, complaint.todo);
}

/** What the catalogue shows of a response, with prices from the knobs. */
export function responseInfo(
  response: Response,
  knobs: Knobs,
  params: ResponseParams = {},
): ResponseInfo {
  const { id, touches, title, summary, analystHours, undoable } = response;
  return {
    id,
    touches,
    title,
    summary,
    analystHours,
    undoable,
    params: RESPONSE_PARAMS[id] ?? [],
    leadMs: response.leadMs(knobs, params),
    priceWon:
      (response.priceWon?.(knobs, params) ?? 0) +
      Math.round(analystHours * knobs['price.analyst_hour']),
  };
}
