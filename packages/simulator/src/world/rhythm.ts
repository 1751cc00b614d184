import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  TICKS_PER_DAY,
  below,
  draw32,
  streamKey,
  type Calendar,
  type StreamKey,
} from '@dwell/core';

/** Requests by local hour, 100 = mean of the day (FACTS §3; hours not given there are filled so that all average 100). */
const HOURS = [
  104, 78, 55, 38, 27, 22, 27, 40, 57, 75, 103, 122, 142, 151, 149, 145, 140, 137, 135, 131, 132,
  134, 133, 123,
];
/** By weekday, Sunday first, 1000 = mean: Thursday to Sunday run 2–4 % above, the rest below. */
const WEEKDAYS = [1035, 965, 965, 965, 1020, 1020, 1030];

/** Minute curve, 1000 = mean: straight lines between the middles of the hours. */
function minuteCurve(): Float64Array {
  const curve = new Float64Array(TICKS_PER_DAY);
  for (let minute = 0; minute < TICKS_PER_DAY; minute++) {
    const position = (minute + TICKS_PER_DAY - 30) % TICKS_PER_DAY;
    const hour = Math.floor(position / 60);
    const part = (position % 60) / 60;
    curve[minute] = 10 * (HOURS[hour]! * (1 - part) + HOURS[(hour + 1) % 24]! * part);
  }
  return curve;
}

export type Rhythm = {
  /** 1000 = mean, by local minute of the day. */
  minute: Float64Array;
  /** Millionths of a mean day, by 0-based local day. Promotion days included, mean 1 over a year. */
  day(day: number): number;
  isPromotion(day: number): boolean;
  /** Local minute of the day of simulated time 0. */
  startMinute: number;
};

const PROMOTIONS_A_YEAR = 12;

/** The shop's clockwork: time of day, weekday and promotion days (one a month, its day drawn from the seed). */
export function rhythm(seed: number, calendar: Calendar, promotionFactor: number): Rhythm {
  const key = streamKey(seed, 'shop/promotions');
  const localStart = calendar.startMs + calendar.offsetMinutes * MINUTE_MS;
  const startDay = Math.floor(localStart / DAY_MS);
  const mean = 1 + (PROMOTIONS_A_YEAR * (promotionFactor / 1_000_000 - 1)) / 365;
  const promotions: boolean[] = [];
  const isPromotion = (day: number) => {
    promotions[day] ??= drawPromotion(key, startDay + day);
    return promotions[day];
  };
  const known: number[] = [];
  return {
    minute: minuteCurve(),
    isPromotion,
    startMinute: Math.floor((((localStart % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE_MS),
    day(day) {
      known[day] ??= Math.floor(
        ((WEEKDAYS[(startDay + day + 4) % 7]! / 1000) *
          (isPromotion(day) ? promotionFactor : 1_000_000)) /
          mean,
      );
      return known[day];
    },
  };
}

/** One day a month, from the 2nd to the 27th. */
function drawPromotion(key: StreamKey, epochDay: number): boolean {
  const date = new Date(epochDay * DAY_MS);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  return date.getUTCDate() === 2 + below(draw32(key, month), 26);
}

/** 0–23 for a minute of the day. */
export function hourOfMinute(minute: number): number {
  return Math.floor((minute * MINUTE_MS) / HOUR_MS);
}
