/** What one widget has left for another under a word that went over the bus. */
export { take } from '../../src/form/handover.js';
