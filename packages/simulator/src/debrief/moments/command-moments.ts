import type { Moment, MomentKind } from '@dwell/scoring';
import type { ProposalState } from '../../exercise/world/state.ts';
import type { RecordEntry } from '../../exercise/types.ts';
import type { Command, CommandBody, ProposedAct } from '../../run/command.ts';
import type { Text } from '../../scenario/types.ts';
import { ACT_KINDS, COMMAND_WORDS as w, HYPOTHESES, VERDICTS } from './command-words.ts';
import { quoted, say } from './say.ts';
import { subjectOfAct, type Titles } from './titles.ts';

/** Id of a command's moment. */
export const commandMoment = (sequence: number) => `c${sequence}`;

type Said = { kind: MomentKind; subject: string; text: Text };

export type CommandContext = {
  titles: Titles;
  commands: readonly Command[];
  proposals: ReadonlyMap<number, ProposalState>;
};

/** What a command of the world log is on the time axis: what people did, and the facilitator's hand. */
export function momentOfCommand(command: Command, context: CommandContext): Moment {
  const { sequence, at, by, role, body } = command;
  return {
    id: commandMoment(sequence),
    at,
    lane: body.do === 'inject' ? 'happened' : 'done',
    by: body.do === 'inject' ? null : by,
    role: body.do === 'inject' ? null : role,
    ...saidOf(command, context),
  };
}

function saidOf({ body, sequence }: Command, context: CommandContext): Said {
  const { titles } = context;
  switch (body.do) {
    case 'read':
      return about('read', body.inject, say(w.read, { what: titles.inject(body.inject) }));
    case 'answer':
      return about('answer', body.inject, answered(body, titles));
    case 'hint': {
      const values = { n: body.hint + 1, what: titles.inject(body.inject) };
      return about('hint', body.inject, say(w.hint, values));
    }
    case 'propose':
      return proposed(body, context.proposals.get(sequence) ?? null, titles);
    case 'agree':
    case 'object':
      return voiced(body, context);
    case 'record':
      return recorded(body.entry);
    case 'verdict': {
      const values = { alert: body.alert, verdict: VERDICTS[body.verdict] ?? body.verdict };
      return about('verdict', body.alert, say(w.verdict, values));
    }
    case 'assign':
      return about(
        'assign',
        body.alert,
        say(body.to === '' ? w.release : w.assign, { alert: body.alert }),
      );
    case 'withdraw':
      return withdrawn(body.sequence, context);
    case 'inject':
      return about('control', body.inject, controlled(body, titles));
    default:
      return done(body, titles);
  }
}

const about = (kind: MomentKind, subject: string, text: Text): Said => ({ kind, subject, text });

/** An act that took effect by itself. */
function done(act: ProposedAct, titles: Titles): Said {
  return about(kindOf(act), subjectOfAct(act), say(w.done, { what: titles.act(act) }));
}

function kindOf(act: ProposedAct): MomentKind {
  if (act.do !== 'respond') return ACT_KINDS[act.do];
  return act.response === 'deploy-rule' || act.response === 'retire-rule' ? 'deploy' : 'response';
}

type Of<Do extends CommandBody['do']> = Extract<CommandBody, { do: Do }>;

function answered({ inject, option, text }: Of<'answer'>, titles: Titles): Text {
  const what = titles.inject(inject);
  if (option !== undefined)
    return say(w.answerOption, { what, option: titles.option(inject, option) });
  return say(w.answerWords, { what, words: quoted(text ?? '') });
}

/** What nobody had to agree to is done with its proposal. */
function proposed(
  { act, needs }: Of<'propose'>,
  proposal: ProposalState | null,
  titles: Titles,
): Said {
  const what = titles.act(act);
  if (needs.length > 0) return about('propose', subjectOfAct(act), say(w.propose, { what }));
  if (proposal?.failed) return about(kindOf(act), subjectOfAct(act), say(w.failed, { what }));
  return done(act, titles);
}

function voiced(
  body: Extract<CommandBody, { proposal: number }>,
  { commands, titles }: CommandContext,
): Said {
  const asked = commands[body.proposal - 1]?.body;
  const act = asked?.do === 'propose' ? asked.act : null;
  const what = act ? titles.act(act) : `c${body.proposal}`;
  const words = body.do === 'agree' ? w.agree : w.object;
  return about(body.do, act ? subjectOfAct(act) : '', say(words, { what }));
}

function withdrawn(sequence: number, { commands, titles }: CommandContext): Said {
  const asked = commands[sequence - 1]?.body;
  const act = asked?.do === 'propose' ? asked.act : asked;
  if (act?.do !== 'respond')
    return about('response', '', say(w.withdraw, { what: `c${sequence}` }));
  const what = titles.act(act);
  return about(kindOf(act), act.response, say(w.withdraw, { what }));
}

function controlled({ inject, act }: Of<'inject'>, titles: Titles): Text {
  const words = act === 'release' ? w.letGo : act === 'withdraw' ? w.take : w[act];
  return say(words, { what: titles.inject(inject) });
}

function recorded(entry: RecordEntry): Said {
  switch (entry.kind) {
    case 'evidence':
      return about(
        'evidence',
        evidenceSubject(entry),
        say(w.evidence, { what: quoted(entry.title) }),
      );
    case 'hypothesis': {
      const { tag, confidence, text } = entry;
      const values = { tag: HYPOTHESES[tag] ?? tag, confidence, words: quoted(text) };
      return about('hypothesis', tag, say(w.hypothesis, values));
    }
    case 'estimate': {
      const { low, high, confidence } = entry;
      return about('estimate', 'accounts', say(w.estimate, { low, high, confidence }));
    }
    case 'action': {
      const words = entry.done === undefined ? w.action : w.actionDone;
      return about('action', 'action', say(words, { words: quoted(entry.text) }));
    }
    case 'note':
      return about('note', 'note', say(w.note, { words: quoted(entry.text) }));
    case 'chat':
      return about('chat', entry.to ?? 'all', say(w.chat, { words: quoted(entry.text) }));
  }
}

/** `query` for what a hunt found; else the alert or inject that was put on record. */
function evidenceSubject(entry: Extract<RecordEntry, { kind: 'evidence' }>): string {
  if (entry.query !== undefined || entry.table !== undefined) return 'query';
  return entry.alert ?? entry.inject ?? 'evidence';
}
