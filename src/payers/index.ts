export { payer, payerBox, Payers } from './payer-field.js';
