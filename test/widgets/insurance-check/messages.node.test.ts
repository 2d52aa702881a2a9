import { describe, expect, it } from 'vitest';
import { formEn } from '../../support/form-words.js';
import {
  en as cardEn,
  es as cardEs,
} from '../../../src/widgets/insurance-check/parts/coverage-card.lazy/messages.js';
import { en } from '../../../src/widgets/insurance-check/messages/en.js';
import es from '../../../src/widgets/insurance-check/messages/es.lazy.js';
import {
  en as laterEn,
  es as laterEs,
} from '../../../src/widgets/insurance-check/parts/follow-up.lazy/messages.js';
import {
  en as aloneEn,
  es as aloneEs,
} from '../../../src/widgets/insurance-check/parts/good-faith-estimate.lazy.js';
import { describeEasyWords } from '../../support/easy-words.js';
import { programsEn, programsEs } from '../../support/programs.js';
import { easeOf, gradeOf } from '../../support/reading.js';

const all = { ...en, ...laterEn };
/** Without the engine's words, which stand in every form. */
const own = (words: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(words).filter(([key]) => key in all && !Object.hasOwn(formEn, key)),
  );

describeEasyWords('the card', cardEn, cardEs);
describeEasyWords('the form', own(all), own({ ...es, ...laterEs }));
describeEasyWords('public programs', programsEn, programsEs);
describeEasyWords('paying alone', aloneEn, aloneEs);

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
