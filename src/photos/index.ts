export { cards } from './card-field.js';
export { photoQuestion } from './photo-question.js';
