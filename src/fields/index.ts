export { checkbox } from './checkbox.js';
export { choice, select, yesNo } from './choice.js';
export { choices } from './choices.js';
export { consent } from './consent.js';
export { birthDate, dateIn, preferences } from './date.js';
export { text, textarea } from './text.js';
