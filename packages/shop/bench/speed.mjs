// Prints how fast the hot functions of the shop are, as built.
// Run `npm run build -w @dwell/shop` first, then `node packages/shop/bench/speed.mjs`.
import { performance } from 'node:perf_hooks';
import * as shop from '@dwell/shop';

const key = shop.populationKey(42);
const CALLS = 5_000_000;

/** Best of three passes over CALLS numbers; the sum keeps the calls from being optimised away. */
function measure(name, calls, call) {
  let best = Infinity;
  let sum = 0;
  for (let pass = 0; pass < 4; pass++) {
    const start = performance.now();
    for (let i = 1; i <= calls; i++) sum += call(i);
    best = Math.min(best, performance.now() - start);
  }
  const nanoseconds = ((best * 1e6) / calls).toFixed(1).padStart(8);
  const millions = (calls / best / 1000).toFixed(2).padStart(8);
  console.log(`${name.padEnd(18)}${nanoseconds} ns a call ${millions} M/s   (${sum % 1000})`);
}

measure('exists', CALLS, (i) => (shop.exists(key, i * 13) ? 1 : 0));
measure('memberStatus', CALLS, (i) => shop.memberStatus(key, i).length);
measure('addressCount', CALLS, (i) => shop.addressCount(key, i));
measure('nonMembersOwned', CALLS, (i) => shop.nonMembersOwned(key, i));
measure('homeAddress', CALLS, (i) => shop.homeAddress(key, i));
measure('officeAddress', CALLS, (i) => shop.officeAddress(key, i));
measure('carrierAddress', CALLS, (i) => shop.carrierAddress(key, i, i & 255));
measure('foreignAddress', CALLS, (i) => shop.foreignAddress(key, i));
measure('hostingAddress', CALLS, (i) => shop.hostingAddress(key, i));
const controls = shop.defaultControls();
const access = [0, 1].map((on) => ({
  keyKnown: true,
  signatureValid: true,
  expired: false,
  denied: false,
  issued: on === 1,
  subjectExists: on === 1,
  overLimit: false,
  blocked: false,
}));
measure('decide', CALLS, (i) => shop.decide(access[i & 1], controls).status);
measure('networkOf', CALLS, (i) => shop.networkOf(i * 859).asn);
// Reading a character makes the engine build the whole text.
measure('profile', 1_000_000, (i) => {
  const { email, phone, name } = shop.profile(key, i * 77);
  return email.charCodeAt(9) + phone.charCodeAt(9) + name.charCodeAt(1);
});
measure('addressBook', 200_000, (i) => shop.addressBook(key, i * 77).length);
measure('recentOrders', 200_000, (i) => shop.recentOrders(key, i * 77, 0).length);
