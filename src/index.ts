// Before the widgets: otherwise each widget inside a `<clinic-config>` would wait until it is loaded.
export { ClinicConfig } from './config/clinic-config.js';
export * from './widgets/index.js';
export { ClinicElement } from './element/index.js';
export { bus, type ClinicDetail, type ClinicEvents } from './bus/index.js';
