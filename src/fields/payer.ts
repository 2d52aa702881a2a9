import { html } from 'lit/html.js';
import type { Payer } from '../contract/index.js';
import type { Field } from '../form/index.js';
import { described, refused, single } from './frame.js';

/** Without case, accents, dots and double blanks: people write `Bcbs  FL` for `BCBS FL`. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}.,]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** The insurer somebody has written, by its name or one of its other names. */
export const payerNamed = (
  name: string | undefined,
  payers: readonly Payer[],
): Payer | undefined => {
  if (!name) return undefined;
  const wanted = folded(name);
  // A list is not checked when it comes: `aliases` may be anything.
  return payers.find(({ name, aliases = [] }) =>
    [name].concat(aliases).some((known) => typeof known === 'string' && folded(known) === wanted),
  );
};

/** The insurer: written freely, with the clinic's list offered by the browser as one writes. */
export const payer = (list: {
  payers: () => readonly Payer[];
  wanted: () => void;
}): Field<{ id?: string; name: string }> => ({
  read: (answers, name) => {
    const written = answers.text(name);
    const known = payerNamed(written, list.payers());
    return known ? { id: known.id, name: known.name } : written ? { name: written } : undefined;
  },
  render: (field) =>
    single(
      field,
      html`<input
          part="control"
          id=${field.id}
          data-field=${field.name}
          type="text"
          list="${field.id}-list"
          autocomplete="off"
          spellcheck="false"
          ?required=${field.required}
          aria-invalid=${refused(field, field.name)}
          aria-describedby=${described(field)}
          .value=${field.value()}
          @focus=${list.wanted}
        />
        <datalist id="${field.id}-list">
          ${list.payers().map(({ name }) => html`<option value=${name}></option>`)}
        </datalist>`,
    ),
});
