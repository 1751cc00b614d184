/** How sure we are: H official or two reports, M one good report, L disputed, A our assumption. */
export type Grade = 'H' | 'M' | 'L' | 'A';

export type KnobSpec = {
  value: number;
  min: number;
  max: number;
  unit: string;
  grade: Grade;
  en: string;
};

const knob = (value: number, min: number, max: number, unit: string, grade: Grade, en: string): KnobSpec => ({
  value,
  min,
  max,
  unit,
  grade,
  en,
});

/**
 * Every number that may be turned, with its default, range, unit and grade. A scenario overrides
 * defaults; `--set NAME=VALUE` overrides both. All values are integers; shares are in ppm.
 */
export const KNOBS = {
  // The shop's traffic, full scale.
  'world.daily_users': knob(15_900_000, 100_000, 40_000_000, 'users', 'H', 'People who use the shop on a mean day'),
  'world.calls_per_user': knob(80, 60, 100, 'calls', 'A', 'API calls of a daily user'),
  'world.tokens_per_user': knob(2_000_000, 500_000, 10_000_000, 'millionths', 'A', 'Access tokens minted per daily user'),
  'world.share_home': knob(150_000, 0, 1_000_000, 'ppm', 'A', 'Share of calls: home page'),
  'world.share_search': knob(620_000, 0, 1_000_000, 'ppm', 'A', 'Share of calls: search and product pages'),
  'world.share_cart': knob(70_000, 0, 1_000_000, 'ppm', 'A', 'Share of calls: cart and checkout'),
  'world.share_order_list': knob(40_000, 0, 1_000_000, 'ppm', 'A', 'Share of calls: order list'),
  'world.share_address_list': knob(20_000, 0, 1_000_000, 'ppm', 'A', 'Share of calls: address list'),
  'world.share_my_info': knob(15_000, 0, 1_000_000, 'ppm', 'A', 'Share of calls: my-info page'),
  'world.share_address_edit': knob(2_000, 0, 1_000_000, 'ppm', 'A', 'Share of calls: address edit'),
  'world.share_other': knob(33_000, 0, 1_000_000, 'ppm', 'A', 'Share of calls: everything else'),
  'world.share_partners': knob(70_000, 0, 200_000, 'ppm', 'A', 'Share of the order and address calls that partners and warehouses make'),
  'world.promotion_factor': knob(2_200_000, 1_000_000, 4_000_000, 'millionths', 'A', 'Traffic of a promotion day against a mean day'),
  'world.mobile_share': knob(760_000, 0, 1_000_000, 'ppm', 'H', 'Share of sessions from the mobile app'),
  'world.foreign_share': knob(20_000, 0, 1_000_000, 'ppm', 'A', 'Share of sessions from abroad'),
  'world.login_share': knob(50_000, 0, 1_000_000, 'ppm', 'A', 'Daily users who type a password'),
  'world.login_success': knob(920_000, 0, 1_000_000, 'ppm', 'A', 'Logins that succeed at the first try'),
  'world.stuffing_episodes': knob(6, 0, 60, 'episodes', 'H', 'Credential-stuffing episodes in a year'),
  'world.orders_per_day': knob(4_100_000, 10_000, 20_000_000, 'orders', 'A', 'Orders of a mean day'),
  'world.contact_share': knob(55_000, 0, 200_000, 'ppm', 'M', 'Orders that lead to a support contact'),
  'world.agent_lookups': knob(80, 20, 180, 'look-ups', 'A', 'Customers an agent looks up a day'),
  'world.missing_subject_jobs': knob(50_000, 0, 1_000_000, 'requests', 'A', 'Requests a day of purge and test jobs for missing subjects'),
  'world.late_issuer_lines': knob(100, 0, 100_000, 'ppm', 'A', 'Tokens whose issuance record arrives late'),
  'world.retention_days': knob(180, 1, 3650, 'days', 'H', 'Days that logs are kept'),
  // Tokens, keys, verifiers.
  'token.life_minutes': knob(60, 5, 1440, 'min', 'A', 'Life of an access token'),
  'token.refresh_signed': knob(1, 0, 1, 'yes/no', 'A', 'Are refresh tokens signed with the same key (1) or opaque (0)?'),
  'verifier.cache_minutes': knob(10, 2, 1440, 'min', 'A', 'How long a verifier caches the key set'),
  'verifier.pinned_percent': knob(5, 0, 20, '%', 'A', 'Verifiers with a pinned key'),
  'verifier.redeploy_hours': knob(36, 1, 336, 'h', 'A', 'Until the last pinned verifier is redeployed after being asked'),
  'key.overlap_hours': knob(24, 0, 168, 'h', 'A', 'Overlap of a planned rotation'),
  'key.copy_follows': knob(1, 0, 1, 'yes/no', 'A', 'Does a rotated key reach the hard-coded copies too, until they are removed?'),
  'key.copy_missed': knob(50_000, 0, 1_000_000, 'ppm', 'A', 'Chance that the search for copies misses one'),
  // The attacker.
  'attacker.sources': knob(16, 1, 20_000, 'addresses', 'L', 'Addresses the attacker reads from'),
  'attacker.missing_subjects': knob(44_000_000, 0, 44_000_000, 'subjects', 'M', 'Numbers tried that belong to nobody'),
  'attacker.address_views': knob(4_396_784, 0, 50_000_000, 'millionths', 'H', 'Address-list views per existing member'),
  'attacker.edit_share': knob(1_499, 0, 1_000_000, 'ppm', 'H', 'Members whose address edit page is read'),
  'attacker.order_share': knob(3_049, 0, 1_000_000, 'ppm', 'H', 'Members whose order list is read'),
  'attacker.real_id_list': knob(0, 0, 1, 'yes/no', 'A', 'Has the attacker a list of real numbers?'),
  'attacker.shuffled': knob(0, 0, 1, 'yes/no', 'A', 'Does the attacker walk the numbers in shuffled order?'),
  'attacker.move_lag_hours': knob(6, 1, 48, 'h', 'A', 'Until the attacker moves after a block'),
  'attacker.adapt_lag_hours': knob(24, 1, 168, 'h', 'A', 'Until the attacker adapts to a rate limit'),
  'attacker.return_lag_hours': knob(72, 1, 720, 'h', 'A', 'Until the attacker fetches a fresh key from a surviving copy'),
  'attacker.patience_days': knob(21, 1, 365, 'days', 'A', 'Until an attacker shut out gives up and writes a threat'),
  // Responses.
  'storm.back_24h': knob(600_000, 0, 1_000_000, 'ppm', 'A', 'Daily users back within a day of a mass logout'),
  'storm.back_72h': knob(850_000, 0, 1_000_000, 'ppm', 'A', 'Daily users back within three days of a mass logout'),
  'storm.login_success': knob(800_000, 0, 1_000_000, 'ppm', 'A', 'Logins that succeed at the first try in a logout storm'),
  'storm.contact_share': knob(12_000, 0, 100_000, 'ppm', 'A', 'Logged-out users who contact support'),
  'notice.contact_share': knob(5_000, 1_000, 30_000, 'ppm', 'A', 'People who contact support after the notice'),
  'response.issuance_prepared': knob(0, 0, 1, 'yes/no', 'A', 'Was the issuance look-up prepared beforehand?'),
  // Prices, won.
  'price.revenue_year': knob(44_500_000_000_000, 0, 100_000_000_000_000, 'won', 'A', 'Revenue of a year'),
  'price.order': knob(30_000, 0, 1_000_000, 'won', 'A', 'Value of an order'),
  'price.contact': knob(4_000, 0, 100_000, 'won', 'A', 'A support contact'),
  'price.analyst_hour': knob(60_000, 0, 1_000_000, 'won', 'A', 'An analyst hour'),
  'price.locked_hour': knob(300, 0, 100_000, 'won', 'A', 'Trust lost in a locked-out customer hour'),
  'price.storage_day': knob(2_000_000, 0, 1_000_000_000, 'won', 'A', 'A day of logs kept beyond retention, full scale'),
} as const satisfies Record<string, KnobSpec>;

export type KnobName = keyof typeof KNOBS;
export type Knobs = { readonly [name in KnobName]: number };

/** The defaults of every knob. */
export function defaultKnobs(): Knobs {
  return Object.fromEntries(Object.entries(KNOBS).map(([name, spec]) => [name, spec.value])) as Knobs;
}
