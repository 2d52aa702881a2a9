import { en, es } from '../../src/photos/prepare.lazy/messages.js';
import { describeEasyWords } from '../support/easy-words.js';

describeEasyWords('the photos', en, es);
