import { en } from '../../src/photos/prepare.lazy/messages/en.js';
import { es } from '../../src/photos/prepare.lazy/messages/es.js';
import { describeEasyWords } from '../support/easy-words.js';

describeEasyWords('the photos', en, es);
