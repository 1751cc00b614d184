'use client';

import { formatShare } from '@/i18n/format-number.ts';
import { formatSpan } from '@/i18n/format-time.ts';
import { QrCode } from '../lobby/qr-code.tsx';
import { spaced } from '../lobby/join-card.tsx';
import { usePack } from './pack-context.tsx';
import { Blank, Pair, SheetSection } from './sheet-parts.tsx';

/** For everybody: what this is, how it works, who is who. Nothing of what will happen. */
export function Manual() {
  const { text, desk, card, say, role } = usePack();
  const words = text.pack;
  const { settings } = desk;
  const laws = card.jurisdictions.filter((law) => settings.jurisdictions.includes(law.id));
  return (
    <>
      <header className="mb-8 border-b-2 border-ink-1 pb-6">
        <p className="m-0 text-13 text-ink-2">{words.partNames.manual}</p>
        <h2 className="m-0 mt-1 text-28 leading-9 font-semibold tracking-tight">{desk.row.name}</h2>
        <div className="mt-5 flex items-center gap-6">
          <QrCode url={desk.joinUrl} size={92} />
          <dl className="m-0 flex-1">
            <Pair name={words.joinAt}>
              <span className="font-mono text-12">{desk.joinUrl}</span>
            </Pair>
            <Pair name={words.code}>
              <span className="font-mono text-20 font-semibold tracking-wider">
                {spaced(desk.row.code)}
              </span>
            </Pair>
          </dl>
        </div>
        <div className="mt-5 flex gap-6">
          <Blank name={words.date} />
          <Blank name={words.place} />
          <Blank name={words.facilitator} />
        </div>
      </header>
      <SheetSection title={words.aim}>
        <p className="m-0">{say(card.summary)}</p>
      </SheetSection>
      <SheetSection title={words.rulesTitle}>
        <ol className="m-0 flex list-decimal flex-col gap-1 pl-5">
          {words.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ol>
      </SheetSection>
      <Programme />
      <SheetSection title={words.rolesTitle}>
        <dl className="m-0">
          {card.plan.cards.map((each) => (
            <div key={each.role} className="whole mb-2">
              <dt className="font-medium">{role(each.role)}</dt>
              <dd className="m-0 text-ink-2">{say(each.brief)}</dd>
            </div>
          ))}
        </dl>
      </SheetSection>
      <div className="whole grid grid-cols-2 gap-8">
        <SheetSection title={words.law}>
          <ul className="m-0 flex list-none flex-col gap-1 p-0">
            {laws.map((law) => (
              <li key={law.id}>
                {say(law.title)}
                <span className="block text-12 text-ink-3">{law.source}</span>
              </li>
            ))}
          </ul>
        </SheetSection>
        <SheetSection title={words.difficulty}>
          <dl className="m-0">
            <Pair name={words.noise}>{formatShare(settings.difficulty.noise)}</Pair>
            <Pair name={words.pace}>{formatShare(settings.difficulty.attackerPace / 1000)}</Pair>
            <Pair name={words.gaps}>{settings.difficulty.logGapDays}</Pair>
            <Pair name={words.seed}>{settings.seed}</Pair>
            <Pair name={words.scale}>1:{settings.scale}</Pair>
          </dl>
        </SheetSection>
      </div>
    </>
  );
}

/** The phases with their real minutes and the simulated time they cover. */
export function Programme() {
  const { text, language, card, say } = usePack();
  const words = text.pack;
  return (
    <SheetSection title={words.programme}>
      <table>
        <thead>
          <tr className="border-b border-line-strong text-12 text-ink-3">
            <th className="w-20 py-1 font-normal">{words.minute}</th>
            <th className="font-normal">{words.phase}</th>
            <th className="w-28 font-normal">{words.simulated}</th>
            <th className="font-normal">{words.demanded}</th>
          </tr>
        </thead>
        <tbody>
          {card.plan.phases.map((phase) => (
            <tr key={phase.id} className="border-b border-line align-top">
              <td className="py-1">
                {phase.minutes.from}–{phase.minutes.to}
              </td>
              <td className="pr-3 font-medium">{say(phase.title)}</td>
              <td className="pr-3">
                {phase.sim
                  ? formatSpan(language, phase.sim.to - phase.sim.from)
                  : words.clockStands}
              </td>
              <td>{say(phase.demanded)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </SheetSection>
  );
}
