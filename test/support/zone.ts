/** Zones, to write expected times with. */
export { Zone } from '../../src/time/zone.js';
