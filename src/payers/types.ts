import type { CSSResult } from '@lit/reactive-element';
import type { Payer } from '../contract/index.js';
import type { MessagesHost } from '../i18n/index.js';

/** What the answers hold where an insurer was picked; where it was typed they hold the text. */
export type PickedPayer = { readonly text: string } & (
  { readonly id: string } | { readonly isUnknown: true }
);

/** An insurer as it travels; without an id it is what the visitor wrote. */
export type PayerChoice = { id?: string; name: string };

/** The list itself, or the address of it. */
export type PayerSource = string | readonly Payer[];

/** A widget with a field for an insurer in it. */
export interface PayersHost extends MessagesHost {
  adopt(sheet: CSSResult): void;
}
