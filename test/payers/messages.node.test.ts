import { en } from '../../src/payers/combobox.lazy/messages/en.js';
import { es } from '../../src/payers/combobox.lazy/messages/es.js';
import { describeEasyWords } from '../support/easy-words.js';

describeEasyWords('the box for an insurer', en, es);
