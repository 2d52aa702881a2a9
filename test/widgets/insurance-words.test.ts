import { expect } from '@open-wc/testing';
import { en as comboboxEn } from '../../src/fields/payer-combobox/messages/en.js';
import { es as comboboxEs } from '../../src/fields/payer-combobox/messages/es.js';
import { en as photosEn } from '../../src/fields/cards/messages/en.js';
import { es as photosEs } from '../../src/fields/cards/messages/es.js';
import { es as formEs } from '../../src/form/messages/es.js';
import { en as cardEn } from '../../src/widgets/insurance-check/coverage-card.en.js';
import cardEs from '../../src/widgets/insurance-check/coverage-card.es.js';
import { en } from '../../src/widgets/insurance-check/messages/en.js';
import es from '../../src/widgets/insurance-check/messages/es.js';
import { later } from '../../src/widgets/insurance-check/messages/later.js';
import { en as programsEn, es as programsEs } from '../../src/widgets/insurance-check/programs.js';
import { easeOf, gradeOf } from '../support/reading.js';

/** The sentences of a dictionary, without what stands in their gaps. */
const said = (words: Record<string, string>) =>
  Object.values(words)
    .filter((words) => / /.test(words) && !words.includes('{source}'))
    .map((words) => words.replace(/[.:?]?$/, '.').replaceAll(/\{\w+\}/g, 'you'));

const isSentence = (words: string) => words.split(' ').length > 4;

/** Without the engine's words, which stand in every form. */
const own = (words: Record<string, string>) =>
  Object.fromEntries(Object.entries(words).filter(([key]) => !Object.hasOwn(formEs, key)));

for (const [what, english, spanish] of [
  ['the card', cardEn, cardEs],
  ['the form', { ...own(en), ...later }, own(es)],
  ['the box for an insurer', comboboxEn, comboboxEs],
  ['the photos', photosEn, photosEs],
  ['public programs', programsEn, programsEs],
] as [string, Record<string, string>, Record<string, string>][])
  describe(`the words of ${what}`, () => {
    it('ask for no more than grade eight in English', () => {
      expect(gradeOf(said(english).join(' '))).to.be.below(8);
      // The scale is made for sentences, not for two words.
      for (const words of said(english).filter(isSentence))
        expect(gradeOf(words), words).to.be.below(10);
    });

    it('are as easy in Spanish', () => {
      expect(easeOf(said(spanish).join(' '))).to.be.above(60);
      for (const words of said(spanish).filter(isSentence))
        expect(easeOf(words), words).to.be.above(40);
    });
  });

describe('the scale of reading', () => {
  it('tells hard from easy', () => {
    const hard =
      'Verification of eligibility does not constitute authorization or a guarantee of reimbursement; benefits remain subject to contractual limitations, exclusions and retrospective determination of medical necessity at adjudication.';
    const duro =
      'La verificación de elegibilidad no constituye autorización ni garantía de reembolso; los beneficios permanecen sujetos a limitaciones contractuales y a la determinación retrospectiva de la necesidad médica.';
    expect(gradeOf(hard)).to.be.above(15);
    expect(easeOf(duro)).to.be.below(40);
    expect(gradeOf('The cat sat on the mat. It was warm.')).to.be.below(2);
    expect(easeOf('El gato duerme en la casa. Hace sol.')).to.be.above(80);
  });
});
