import { describe, expect, it } from 'vitest';
import { foreignShare, limit } from '../../bench/quiet.mjs';
import { interval, isMet, median } from '../../bench/statistics.mjs';

describe('the median', () => {
  it('is the middle, or the mean of the two in the middle', () => {
    expect(median([9, 1, 3])).toBe(3);
    expect(median([9, 1, 3, 5])).toBe(4);
    expect(median([2])).toBe(2);
  });
});

describe('its 95% interval', () => {
  it('holds the median, and is the same each time', () => {
    const values = Array.from({ length: 25 }, (_, index) => 100 + ((index * 7) % 25));
    const [low, high] = interval(values);
    expect(low).toBeLessThan(median(values));
    expect(high).toBeGreaterThan(median(values));
    expect(interval(values)).toEqual([low, high]);
  });

  it('has no width where all rounds agree, and is narrow where most do', () => {
    expect(interval(Array.from({ length: 25 }, () => 1.5))).toEqual([1.5, 1.5]);
    expect(interval([...Array.from({ length: 22 }, () => 1), 90, 90, 90])).toEqual([1, 1]);
  });
});

describe('a goal', () => {
  it('is met at its edge, and by an interval that reaches it', () => {
    expect(isMet([1.5, 1.5, 1.5], 1.5)).toBe(true);
    expect(isMet([1.4, 1.6, 1.8], 1.5)).toBe(true);
  });

  it('control: is missed by an interval above it', () => {
    expect(isMet([1.51, 1.52, 1.53], 1.5)).toBe(false);
  });
});

describe('other work', () => {
  it('is what the machine did beyond the bench and its browser', () => {
    expect(foreignShare({ busy: 3, own: 2.5, elapsed: 2 })).toBe(0.25);
    // Clocks of processes and of the machine tick apart.
    expect(foreignShare({ busy: 2.4, own: 2.5, elapsed: 2 })).toBe(0);
  });

  it('control: half a processor is too much', () => {
    expect(foreignShare({ busy: 2, own: 1, elapsed: 2 })).toBeGreaterThan(limit);
  });
});
