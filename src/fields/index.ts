export { cards } from '../photos/card-field.js';
export { choice, select, yesNo } from './choice.js';
export { choices } from './choices.js';
export { consent } from './consent.js';
export { birthDate, preferences } from './date.js';
export { payer, payerBox, Payers } from '../payers/payer-field.js';
export {
  bookedTime,
  byRequest,
  kept,
  slot,
  slotTimer,
  type Wanted,
} from '../scheduling/slot-field.js';
export { text, textarea } from './text.js';
export { tick } from './checkbox.js';
export { unasked } from './unasked.js';
