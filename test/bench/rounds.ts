/**
 * Compares ways to do one thing. They take turns, round by round, each time in another order, so that whatever else the
 * machine does meets all of them; the median of the rounds counts.
 *
 * @module
 */

export interface Contestant {
  readonly name: string;
  /** Works for so many milliseconds, or a little longer. @returns How often it did the thing. */
  readonly run: (milliseconds: number) => Promise<number>;
}

export interface Effort {
  readonly rounds: number;
  readonly milliseconds: number;
}

/** What one round came to. */
interface Round {
  readonly perSecond: number;
  /** Microseconds of processor time in this process, which a machine that is busy elsewhere changes less. */
  readonly cost: number;
}

/** The first contestant is the measure of the others. */
export async function compare(
  title: string,
  contestants: readonly Contestant[],
  { rounds, milliseconds }: Effort,
): Promise<void> {
  const results = contestants.map(({ name }) => ({ name, rounds: [] as Round[] }));
  for (const { run } of contestants) await run(milliseconds); // warms up, and does not count
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const index = (round + turn) % contestants.length;
      const contestant = contestants[index];
      if (contestant) results[index]?.rounds.push(await measure(contestant, milliseconds));
    }
  }

  console.log(`\n| ${title} | a second | lowest to highest | ratio | µs of processor | ratio |`);
  console.log('| --- | --: | --: | --: | --: | --: |');
  const medians = results.map(({ name, rounds }) => {
    const rates = rounds.map(({ perSecond }) => perSecond);
    return { name, rates, rate: median(rates), cost: median(rounds.map(({ cost }) => cost)) };
  });
  const base = medians[0];
  for (const { name, rates, rate, cost } of medians) {
    const spread = `${whole(Math.min(...rates))} to ${whole(Math.max(...rates))}`;
    const ratios = [rate / (base?.rate ?? NaN), cost / (base?.cost ?? NaN)].map((ratio) => ratio.toFixed(2));
    console.log(`| ${[name, whole(rate), spread, ratios[0], whole(cost), ratios[1]].join(' | ')} |`);
  }
}

async function measure({ run }: Contestant, milliseconds: number): Promise<Round> {
  const start = performance.now();
  const before = process.cpuUsage();
  const count = await run(milliseconds);
  const { user, system } = process.cpuUsage(before);
  return { perSecond: (count / (performance.now() - start)) * 1000, cost: (user + system) / count };
}

/** One after the other, as often as the time allows. */
export async function repeat(work: () => Promise<unknown>, milliseconds: number): Promise<number> {
  const end = performance.now() + milliseconds;
  let count = 0;
  while (performance.now() < end) {
    for (let batch = 0; batch < 16; batch++) await work();
    count += 16;
  }
  return count;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

const whole = (value: number) => Math.round(value).toLocaleString('en');
