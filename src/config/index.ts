export { clinicFile, type ClinicFile } from './clinic-file.js';
export { composedParent, configAround } from './config-around.js';
export { configContext, type ProvidedConfig } from './context.js';
export { keyOnPage, type KeyHost } from './key-on-page.js';
export { isAllowedAddress, pageSettings, plainObject } from './page.js';
export { reportConfigError } from './report-config-error.js';
export {
  defaults,
  endpointOf,
  resolve,
  settingsOf,
  type Layers,
  type Resolved,
} from './resolve.js';
export {
  attributesOf,
  kebab,
  pairs,
  parseSetting,
  settingNames,
  type SettingName,
  type Settings,
} from './settings.js';
