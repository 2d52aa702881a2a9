import type { CSSResult } from '@lit/reactive-element';
import type { Payer } from '../contract/index.js';
import type { MessagesHost } from '../i18n/index.js';

/** The stored answer for a picked insurer; a typed one is stored as text. */
export type PickedPayer = { readonly text: string } & (
  { readonly id: string } | { readonly isUnknown: true }
);

/** An insurer in the format that is sent. Without an id, the name is what the visitor typed. */
export type PayerChoice = { id?: string; name: string };

/** A payer list or its URL. */
export type PayerSource = string | readonly Payer[];

/** A widget with a field for an insurer. */
export interface PayersHost extends MessagesHost {
  adopt(sheet: CSSResult): void;
}
