import { createContext } from '@lit/context';
import type { Settings } from './settings.js';

/** What a `<clinic-config>` gives to the widgets inside it: its own settings over those of the ones around it. */
export interface Provided {
  settings: Settings;
  /** Absolute address of the clinic file */
  config?: string;
}

export const configContext = createContext<Provided>(Symbol.for('clinic-config'));
