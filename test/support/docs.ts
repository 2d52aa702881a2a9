/** What the documents must agree with, for the test that reads both. */
export { kebab, settingNames } from '../../src/config/settings.js';
