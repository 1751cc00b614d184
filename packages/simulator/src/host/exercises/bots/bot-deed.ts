import type { DocumentText, RecordEntry } from '../../../exercise/types.ts';
import type { ProposedAct } from '../../../run/command.ts';
import type { Role } from '../../../scenario/roles.ts';
import type { BotDeed } from './bot-team.ts';

type With = Readonly<Record<string, string | number>>;

const PLAYBOOK = 'as planned';

/** What an action of a file or a playbook is in an exercise; null for one that bots do not do here. */
export function botDeed(action: string, given: With, as: Role, words: string): BotDeed | null {
  if (action === 'record') return { do: 'record', as, entry: entryOf(given, words) };
  if (action === 'verdict') {
    const alert = String(given['alert']);
    return { do: 'verdict', alert, verdict: given['verdict'] as 'true' };
  }
  if (action === 'withdraw') return null;
  return { do: 'propose', as, act: actOf(action, given), reasons: { why: words || PLAYBOOK } };
}

function actOf(action: string, given: With): ProposedAct {
  const note = given['note'] === undefined ? {} : { note: String(given['note']) };
  switch (action) {
    case 'declare':
      return { do: 'declare', severity: given['severity'] as 'high', ...note };
    case 'file': {
      const { rule, form, note: _note, ...fields } = given;
      const document = form === undefined ? {} : { document: documentOf(String(form), fields) };
      return { do: 'file', rule: String(rule), ...note, ...document };
    }
    case 'issue': {
      const { form, ...fields } = given;
      return { do: 'issue', document: documentOf(String(form), fields) };
    }
    case 'decide':
      return { do: 'decide', decision: String(given['decision']), option: String(given['option']) };
    default:
      return { do: 'respond', response: action, params: given };
  }
}

function documentOf(form: string, { language, ...fields }: With): DocumentText {
  const text = Object.entries(fields).map(([name, value]) => [name, String(value)] as const);
  return { form, language: language === 'ko' ? 'ko' : 'en', fields: Object.fromEntries(text) };
}

/** Words that an entry needs and its file leaves out are the bot's own. */
function entryOf({ kind, ...fields }: With, words: string): RecordEntry {
  const own = words || PLAYBOOK;
  const missing = kind === 'estimate' ? {} : kind === 'evidence' ? { title: own } : { text: own };
  return { kind, ...missing, ...fields } as unknown as RecordEntry;
}
