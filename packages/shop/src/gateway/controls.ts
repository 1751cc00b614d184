/** The gateway's checks in the order in which a request meets them. */
export const GATEWAY_CHECKS = [
  'key_known',
  'signature',
  'expiry',
  'deny_list',
  'issued',
  'subject_exists',
  'rate_limit',
  'block',
] as const;

export type GatewayCheck = (typeof GATEWAY_CHECKS)[number];

/** Which checks are switched on. A check that is on but has nothing on its list refuses nobody. */
export type Controls = { readonly [check in GatewayCheck]: boolean };

/**
 * The shop as it was found: the signature is checked, but nobody asks whether the token was ever
 * issued or whether its subject exists (FACTS §1). Lists and limits are on, and empty.
 */
export function defaultControls(): Controls {
  return {
    key_known: true,
    signature: true,
    expiry: true,
    deny_list: true,
    issued: false,
    subject_exists: false,
    rate_limit: true,
    block: true,
  };
}

/** The same controls with one check switched. */
export function withControl(controls: Controls, check: GatewayCheck, on: boolean): Controls {
  return { ...controls, [check]: on };
}
