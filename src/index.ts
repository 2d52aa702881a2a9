// Before the widgets, so that none of them has to wait for it.
export { ClinicConfig } from './config/clinic-config.js';
export * from './widgets/index.js';
export { ClinicElement } from './element/index.js';
export { bus, type ClinicDetail, type ClinicEvents } from './bus/index.js';
