import type { OptionSpec } from './command.ts';

/** Options of `dwell run`. */
export const RUN_OPTIONS: { readonly [name: string]: OptionSpec } = {
  seed: { value: 'N', help: 'seed of the world (default 42)' },
  scale: { value: '1:N', help: 'one in N accounts is simulated (default 1:1000)' },
  playbook: {
    value: 'NAME|FILE',
    help: 'bot team: none, written, expert, expert-late, prevent, or a file (default none)',
  },
  rules: {
    value: 'DIR|none',
    help: 'Sigma rules: a folder or file, or none (default: those shipped)',
  },
  enrichments: {
    value: 'LIST',
    help: 'all, none, or some of token-issued, subject-exists, key-custodian, canary, page-flow',
  },
  from: {
    value: 'T',
    help: 'keep records from this time on; the world starts at its beginning all the same',
  },
  until: { value: 'T', help: 'stop at this time (default: end of the run; at most the horizon)' },
  set: { value: 'KNOB=VALUE', multiple: true, help: 'turn a knob, such as attacker.sources=10000' },
  out: {
    value: 'DIR',
    help: 'write summary.json, bundle.json, telemetry/ and labels/ there, whole or not at all',
  },
  'counters-only': { help: 'write no log records; the checksum is the same' },
};
