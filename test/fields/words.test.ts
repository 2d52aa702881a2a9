import { expect } from '@open-wc/testing';
import { en as photosEn } from '../../src/fields/cards/messages/en.js';
import { es as photosEs } from '../../src/fields/cards/messages/es.js';
import { en as payersEn } from '../../src/fields/payer-combobox/messages/en.js';
import { es as payersEs } from '../../src/fields/payer-combobox/messages/es.js';
import { easesOf, gradesOf } from '../support/reading.js';

for (const [what, english, spanish] of [
  ['the box for an insurer', payersEn, payersEs],
  ['the photos', photosEn, photosEs],
] as [string, Record<string, string>, Record<string, string>][])
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
