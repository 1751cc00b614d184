/** Whole parts below this add up without rounding for more entries than a window holds. */
const SMALL = 2 ** 30;
const MICRO = 1e6;
/** Numbers beyond this, either way, count as this: a sum of as many as there are fits in 128 bits. */
const MOST = 1e30;

/**
 * A sum that numbers join and leave again without drift. Whole parts count exactly; fractions to six
 * decimal places, exactly from there on: ten times 0.1 is 1. So the order of the numbers plays no part.
 *
 * In SQL the same: `sum(floor(v)::HUGEINT)::DOUBLE + sum(floor((v - floor(v)) * 1e6 + 0.5)::HUGEINT)::DOUBLE / 1e6`,
 * v being within bounds.
 */
export class ExactSum {
  #small = 0;
  #micro = 0;
  #large = 0n;

  add(value: number): void {
    const whole = Math.floor(value);
    this.#micro += Math.floor((value - whole) * MICRO + 0.5);
    if (whole > -SMALL && whole < SMALL) this.#small += whole;
    else this.#large += large(whole);
  }

  remove(value: number): void {
    const whole = Math.floor(value);
    this.#micro -= Math.floor((value - whole) * MICRO + 0.5);
    if (whole > -SMALL && whole < SMALL) this.#small -= whole;
    else this.#large -= large(whole);
  }

  get total(): number {
    const whole = this.#large === 0n ? this.#small : Number(this.#large + BigInt(this.#small));
    return whole + this.#micro / MICRO;
  }
}

function large(whole: number): bigint {
  return BigInt(Math.max(-MOST, Math.min(MOST, whole)));
}
