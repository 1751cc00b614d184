import { poisson, streamKey } from '@dwell/core';
import { CH } from '../world/channels.ts';
import type { TickContext } from '../world/tick-context.ts';

const MAIL_SHARE = 0.05;

/** The care desk: customers who get in touch in proportion to orders, and those of them who write a mail that is logged. */
export function mails({
  seed,
  scale,
  knobs,
}: {
  seed: number;
  scale: number;
  knobs: TickContext['knobs'];
}) {
  const contactKey = streamKey(seed, 'care/contacts');
  const mailKey = streamKey(seed, 'care/mails');
  const perMinute =
    (knobs['world.orders_per_day'] * knobs['world.contact_share']) / 1_000_000 / 1440 / scale;
  return {
    step(t: TickContext): void {
      const mean = (perMinute * t.activity + t.incidentContacts / scale) * 65536;
      const contacts = poisson(contactKey, t.tick, 0, Math.floor(mean));
      t.row[CH.contacts] = contacts;
      t.row[CH.mails] = Math.min(
        contacts,
        poisson(mailKey, t.tick, 0, Math.floor(contacts * MAIL_SHARE * 65536)),
      );
    },
  };
}
