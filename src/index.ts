export * from './widgets/index.js';
export { ClinicConfig, ClinicElement } from './config/index.js';
export { bus, type ClinicDetail, type ClinicEvents } from './bus/index.js';
