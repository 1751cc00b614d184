import type { SimTime } from '@dwell/core';

/** Commands are the only input of a run. `do` is a closed list; the world log keeps them for good. */
export type CommandBody =
  | { do: 'respond'; response: string; params: { readonly [name: string]: string | number } }
  | { do: 'withdraw'; sequence: number }
  | { do: 'declare'; severity: 'low' | 'medium' | 'high' | 'critical'; note?: string }
  | {
      do: 'verdict';
      /** `rule/n`. */
      alert: string;
      /** `none` takes an earlier verdict back. */
      verdict: 'true' | 'false' | 'benign' | 'none';
      note?: string;
      /** Ground truth, stamped by the server and never shown: is an attack's record behind the alert? Absent: it is. */
      attack?: boolean;
    }
  | { do: 'assign'; alert: string; to: string }
  | { do: 'file'; rule: string; note?: string };

/** A command as logged: stamped with the tick at which it takes effect. */
export type Command = {
  /** 1-based place in the run's world log. */
  sequence: number;
  /** Simulated time, a whole tick, at which it takes effect. */
  at: SimTime;
  /** Who: a person's id, or `bot:<playbook>`. */
  by: string;
  /** The exercise role acted for, such as `soc-lead`. */
  role: string;
  body: CommandBody;
};

/** A command before the server stamps it. */
export type CommandRequest = Omit<Command, 'sequence' | 'at'>;
