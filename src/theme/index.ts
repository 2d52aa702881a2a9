export { baseStyles } from './base.js';
export { formStyles } from './form.js';
export { heading } from './heading.js';
