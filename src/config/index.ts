export { ClinicElement, type Stage } from './clinic-element.js';
export { complain } from './complain.js';
export { alias, define } from './define.js';
export { safeHref, telHref } from './href.js';
export { keyOnPage } from './key-on-page.js';
export { page } from './page.js';
export { defaults, endpointOf, resolve, type Layers, type Resolved } from './resolve.js';
export { pairs, settingNames, kebab, type SettingName, type Settings } from './settings.js';
