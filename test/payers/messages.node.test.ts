import { en, es } from '../../src/payers/combobox.lazy/messages.js';
import { describeEasyWords } from '../support/easy-words.js';

describeEasyWords('the box for an insurer', en, es);
