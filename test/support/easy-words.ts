import { describe, expect, it } from 'vitest';
import { easesOf, gradesOf } from './reading.js';

/** The tests that every dictionary passes which is read by somebody who is worried. */
export const describeEasyWords = (
  what: string,
  english: Record<string, string>,
  spanish: Record<string, string>,
) =>
  describe(`the words of ${what}`, () => {
    it('ask for no more than grade eight in English', () => {
      const { whole, hardest } = gradesOf(english);
      expect(whole).to.be.below(8);
      expect(hardest).to.be.below(10);
    });

    it('are as easy in Spanish', () => {
      const { whole, hardest } = easesOf(spanish);
      expect(whole).to.be.above(60);
      expect(hardest).to.be.above(40);
    });
  });
