export { languageOf, watchLanguage } from './language.js';
export {
  Messages,
  type MessagesHost,
  type Dictionary,
  type Languages,
  type LocalText,
  type SameKeys,
  type Values,
} from './messages.js';
