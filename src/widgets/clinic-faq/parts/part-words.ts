import { Messages, type MessagesHost } from '../../../i18n/index.js';
import type { Dictionary, Languages } from '../../../i18n/index.js';

/**
 * Creates a function that returns the messages of a lazily loaded part for a widget: one `Messages`
 * per widget, created on first use. English and Spanish are bundled with the part, so that its
 * language does not change after it is shown.
 */
export function partWords<English extends Dictionary>(languages: Languages<English>) {
  const known = new WeakMap<MessagesHost, Messages<English>>();
  return (host: MessagesHost): Messages<English> => {
    let words = known.get(host);
    if (!words) known.set(host, (words = new Messages(host, languages)));
    return words;
  };
}
