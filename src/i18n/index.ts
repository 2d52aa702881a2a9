export { languageOf, watchLanguage } from './language.js';
export {
  Messages,
  type AnyMessages,
  type MessagesHost,
  type Dictionary,
  type Languages,
  type LocalText,
  type SameKeys,
  type Values,
} from './messages.js';
