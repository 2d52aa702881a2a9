export { cards } from './card-field.js';
