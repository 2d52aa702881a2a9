import { createContext } from '@lit/context';
import type { Settings } from './settings.js';

/** What a `<clinic-config>` provides to the widgets inside it. */
export interface ProvidedConfig {
  /** Its settings, merged over those of the `<clinic-config>` elements around it */
  settings: Settings;
  /** Absolute URL of the clinic file */
  config?: string;
}

/** Lit context key. `Symbol.for`, so that two copies of the script on one page share it. */
export const configContext = createContext<ProvidedConfig>(Symbol.for('clinic-config'));
