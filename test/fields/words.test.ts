import { en as photosEn } from '../../src/fields/cards/messages/en.js';
import { es as photosEs } from '../../src/fields/cards/messages/es.js';
import { en as payersEn } from '../../src/fields/payer-combobox/messages/en.js';
import { es as payersEs } from '../../src/fields/payer-combobox/messages/es.js';
import { describeEasyWords } from '../support/easy-words.js';

describeEasyWords('the box for an insurer', payersEn, payersEs);
describeEasyWords('the photos', photosEn, photosEs);
