/** Seals the answers and sends them: loaded when a visitor first comes into a form, so that a page shows its forms without this weight. */
export { Seal } from '../seal.js';
export { sendForm } from './send-form.js';
export { styles } from './submission.styles.js';
