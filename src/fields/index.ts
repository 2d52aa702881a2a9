export { choice, select, yesNo } from './choice.js';
export { checkbox, choices } from './choices.js';
export { consent } from './consent.js';
export { birthDate, dateIn, preferences } from './date.js';
export { text, textarea } from './text.js';
