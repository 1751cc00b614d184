'use client';

import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  startCompletion,
} from '@codemirror/autocomplete';
import { yaml } from '@codemirror/lang-yaml';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorView, keymap } from '@codemirror/view';
import { useEffect, useMemo, useState } from 'react';
import type { Facet, RuleProblem } from '@dwell/simulator/router';
import { formatCount } from '@/i18n/format-number.ts';
import type { Language } from '@/i18n/language.ts';
import { problemText } from '@/i18n/problem-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useLatest } from '@/live/use-latest.ts';
import { CodeEditor } from '../code/code-editor.tsx';
import {
  fieldAt,
  namesIn,
  type SigmaOffer,
  sigmaOffers,
  type SigmaVocabulary,
  serviceOf,
  yamlValue,
} from './sigma-offers.ts';
import { sigmaPlace } from './sigma-place.ts';

type Props = {
  value: string;
  onChange: (text: string) => void;
  problems: readonly RuleProblem[];
  vocabulary: Pick<SigmaVocabulary, 'tables' | 'rules'>;
  /** The commonest values of a field of a log, with how often they came in the last day. */
  counts: (table: string, field: string) => Promise<Facet['top']>;
  onSave: () => void;
  onTest: () => void;
  /** A place to go to: the caret follows when it changes. */
  goTo: RuleProblem | null;
};

/** A rule's YAML with its mistakes pointed at and what may come next offered. */
export default function RuleText(props: Props) {
  const { text, language } = useReading();
  const { value, onChange, problems, goTo } = props;
  const [view, setView] = useState<EditorView | null>(null);
  const latest = useLatest(props);
  const words = text.rules.fields;
  const extensions = useMemo(() => {
    const offer = (context: CompletionContext) => complete(context, latest(), words);
    const does = (act: () => void) => () => {
      act();
      return true;
    };
    return [
      keymap.of([
        { key: 'Mod-Enter', run: does(() => latest().onTest()) },
        { key: 'Mod-s', run: does(() => latest().onSave()), preventDefault: true },
      ]),
      yaml(),
      EditorView.lineWrapping,
      lintGutter(),
      autocompletion({ override: [offer], icons: false, activateOnTyping: true }),
    ];
  }, [words, latest]);
  useEffect(() => {
    if (!view) return;
    view.dispatch(
      setDiagnostics(
        view.state,
        problems.map((each) => diagnostic(view, each, text.rules, language)),
      ),
    );
  }, [view, problems, text, language, value]);
  useEffect(() => {
    if (!view || !goTo) return;
    const { from } = range(view, goTo);
    view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    view.focus();
  }, [view, goTo]);
  return (
    <CodeEditor
      label={text.rules.editor}
      value={value}
      onChange={onChange}
      extensions={extensions}
      onView={setView}
      className="h-full"
    />
  );
}

/** From a problem's place to the end of its word. */
function range(view: EditorView, { line, column }: RuleProblem): { from: number; to: number } {
  const { doc } = view.state;
  const at = doc.line(Math.max(1, Math.min(doc.lines, line)));
  const from = Math.min(at.to, at.from + Math.max(0, column - 1));
  const word = /^[^\s,:[\]]+/.exec(doc.sliceString(from, at.to));
  return { from, to: Math.min(at.to, from + (word?.[0].length ?? 1)) };
}

function diagnostic(
  view: EditorView,
  problem: RuleProblem,
  words: { error: string; warning: string },
  language: Language,
): Diagnostic {
  const { severity, hint } = problem;
  const said = `${words[severity]}: ${problemText(language, problem)}.${hint ? ` ${hint}` : ''}`;
  return { ...range(view, problem), severity, message: said };
}

const BOOST: Partial<Record<SigmaOffer['what'], number>> = { selection: 3, field: 2, withheld: 1 };

async function complete(
  context: CompletionContext,
  { vocabulary, counts }: Pick<Props, 'vocabulary' | 'counts'>,
  words: Record<string, string>,
): Promise<CompletionResult | null> {
  const whole = context.state.doc.toString();
  const place = sigmaPlace(whole, context.pos);
  // Nothing pops up over an empty line until it is asked for; after a colon it may.
  if (!context.explicit && place.typed === '' && place.kind === 'key') return null;
  const service = serviceOf(whole);
  const field = fieldAt(place, service);
  const counted = field ? await counts(field.table, field.field).catch(() => []) : [];
  const offers = withCounts(
    sigmaOffers(place, { ...vocabulary, names: namesIn(whole), service }),
    counted,
  );
  if (offers.length === 0 || context.aborted) return null;
  return {
    from: place.from,
    options: offers.map((offer) => option(offer, words)),
    validFor: /^[\w|. '-]*$/,
  };
}

/** The offers with how often each came, the commonest first, and values that nobody had listed. */
function withCounts(offers: readonly SigmaOffer[], counted: Facet['top']): SigmaOffer[] {
  const counts = new Map(
    counted.filter(({ value }) => value !== null).map(({ value, count }) => [String(value), count]),
  );
  const listed = new Set(offers.map((offer) => offer.label));
  const found: SigmaOffer[] = [...counts.keys()]
    .filter((value) => !listed.has(value))
    .map((value) => ({ label: value, insert: yamlValue(value), what: 'value' }));
  const order = [...counts.keys()];
  return [...offers, ...found].map((offer) => {
    const count = counts.get(offer.label);
    if (count === undefined) return offer;
    return { ...offer, detail: formatCount(count), rank: order.indexOf(offer.label) };
  });
}

function option(offer: SigmaOffer, words: Record<string, string>): Completion {
  const detail =
    offer.what === 'withheld' ? `${offer.detail} · ${words['withheld']}` : offer.detail;
  return {
    label: offer.label,
    ...(detail ? { detail } : {}),
    boost: offer.rank === undefined ? (BOOST[offer.what] ?? 0) : Math.max(4, 60 - offer.rank),
    apply: (view, _completion, from, to) => {
      const rest = view.state.doc.sliceString(to, view.state.doc.lineAt(to).to);
      const insert = rest.startsWith(':') ? offer.insert.replace(/: $/, '') : offer.insert;
      view.dispatch({
        changes: { from, to, insert },
        selection: { anchor: from + insert.length },
        userEvent: 'input.complete',
      });
      // A field's name is followed by its value: offer it at once.
      if (insert.endsWith(': ')) startCompletion(view);
    },
  };
}
