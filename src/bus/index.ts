/** The widgets' events, for pages and partners: `bus.on('clinic-submitted', ({ reference }) => …)`. */
export { bus, type ClinicListener, type ListenOptions } from './bus.js';
export {
  eventTypes,
  type ClinicDetail,
  type ClinicEvents,
  type ClinicEventType,
} from './events.js';
