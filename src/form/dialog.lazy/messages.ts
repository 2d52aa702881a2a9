import type { SameKeys } from '../../i18n/index.js';

/** Messages of the dialog. */
export const en = {
  close: 'Close',
};

export const es: SameKeys<typeof en> = {
  close: 'Cerrar',
};
