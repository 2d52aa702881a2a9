import type { SameKeys } from '../../i18n/index.js';

/** Words of a widget that opens over the page. */
export const en = {
  close: 'Close',
};

export const es: SameKeys<typeof en> = {
  close: 'Cerrar',
};
