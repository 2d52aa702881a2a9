export { cards, cardStyles } from './cards.js';
export { choice, select, yesNo } from './choice.js';
export { choices } from './choices.js';
export { consent } from './consent.js';
export { birthDate, preferences } from './date.js';
export { payer, payerBox, Payers } from './payer.js';
export { text, textarea } from './text.js';
export { tick } from './tick.js';
export { unasked } from './unasked.js';
