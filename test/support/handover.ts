/** What one widget leaves for another under a word that goes over the bus. */
export { put, take } from '../../src/form/handover.js';
