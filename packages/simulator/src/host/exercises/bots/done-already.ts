import { canonicalJson } from '@dwell/core';
import type { Command, CommandBody } from '../../../run/command.ts';
import { type BotAct, type BotDeed, botId } from './bot-team.ts';

/**
 * Takes out what the log shows to be done; of the steps of playbooks as many as the log has. So a bot does
 * nothing twice, whatever process it goes on in, and does it again in a run that was rewound before it.
 */
export function withoutDone(acts: readonly BotAct[], log: readonly Command[]): BotAct[] {
  const done = new Map<string, number>();
  for (const { by, role, body } of log) {
    if (!by.startsWith('bot:')) continue;
    const key = keyOf(by, role, essence(body));
    done.set(key, (done.get(key) ?? 0) + 1);
  }
  const left = new Map(done);
  return acts.filter((act) => {
    const key = actKey(act);
    if (act.once) return !done.has(key);
    const more = left.get(key) ?? 0;
    left.set(key, more - 1);
    return more <= 0;
  });
}

/** Names an act, so that one that was refused is not tried again and again. */
export function actKey({ style, role, deed }: BotAct): string {
  return keyOf(botId(style), role, essence(deed));
}

function keyOf(by: string, role: string, what: unknown): string {
  return canonicalJson([by, role, what] as Parameters<typeof canonicalJson>[0]);
}

/** What makes a deed this one: not its reasons, nor what the server stamps. */
function essence(body: CommandBody | BotDeed): unknown {
  switch (body.do) {
    case 'propose':
      return { do: 'propose', act: body.act };
    case 'record':
      return { do: 'record', entry: body.entry };
    case 'verdict':
      return { do: 'verdict', alert: body.alert, verdict: body.verdict };
    case 'agree':
      return { do: 'agree', proposal: body.proposal };
    case 'read':
      return { do: 'read', inject: body.inject };
    case 'answer':
      return { do: 'answer', inject: body.inject };
    default:
      return { do: body.do };
  }
}
