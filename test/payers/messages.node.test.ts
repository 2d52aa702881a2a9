import { en as photosEn } from '../../src/photos/prepare.lazy/messages/en.js';
import { es as photosEs } from '../../src/photos/prepare.lazy/messages/es.js';
import { en as payersEn } from '../../src/payers/combobox.lazy/messages/en.js';
import { es as payersEs } from '../../src/payers/combobox.lazy/messages/es.js';
import { describeEasyWords } from '../support/easy-words.js';

describeEasyWords('the box for an insurer', payersEn, payersEs);
describeEasyWords('the photos', photosEn, photosEs);
