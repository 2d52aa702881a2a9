/** The engine's own English words, which need no document, unlike the form's door. */
export { en as formEn } from '../../src/form/messages/en.js';
