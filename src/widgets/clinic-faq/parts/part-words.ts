import { Messages, type MessagesHost } from '../../../i18n/index.js';
import type { Dictionary, Languages } from '../../../i18n/index.js';

/**
 * The words of a part that is fetched later, as a function of the widget: one `Messages` per widget, made when first asked for. English
 * and Spanish come with the part, so that nothing is shown in one language and then in another.
 */
export function partWords<English extends Dictionary>(languages: Languages<English>) {
  const known = new WeakMap<MessagesHost, Messages<English>>();
  return (host: MessagesHost): Messages<English> => {
    let words = known.get(host);
    if (!words) known.set(host, (words = new Messages(host, languages)));
    return words;
  };
}
