/** The words for public programs, which are loaded after the form that shows them. */
export { en as programsEn, es as programsEs } from '../../src/payers/programs.lazy.js';
