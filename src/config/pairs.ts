/** `news:Clinic news, events:Events` → pairs, split at commas, then at the first colon. A part without a colon stands for itself. */
export const pairs = (text: string | undefined): [string, string][] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const colon = part.indexOf(':');
      return colon < 0 ? [part, part] : [part.slice(0, colon).trim(), part.slice(colon + 1).trim()];
    });
