export { languageOf, watchLanguage } from './language.js';
export {
  fallbacks,
  Messages,
  type AnyMessages,
  type MessagesHost,
  type Dictionary,
  type Languages,
  type LaterWords,
  type LocalText,
  type Offer,
  type SameKeys,
  type Values,
} from './messages.js';
export { plural } from './plural.js';
