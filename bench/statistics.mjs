/** The middle of numbers; of an even count, the mean of the two in the middle. */
export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

/**
 * The 95% interval of the median, by the percentile bootstrap.
 * @param {number[]} values
 * @returns {[low: number, high: number]}
 */
export function interval(values, resamples = 4000) {
  const next = random(1);
  const medians = Array.from({ length: resamples }, () =>
    median(values.map(() => values[Math.floor(next() * values.length)])),
  ).sort((one, other) => one - other);
  return [medians[Math.floor(resamples * 0.025)], medians[Math.ceil(resamples * 0.975) - 1]];
}

/** A goal is met when the interval reaches it: only a figure that is surely above has missed it. */
export const isMet = (values, goal) => interval(values)[0] <= goal;
