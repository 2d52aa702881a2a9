import { html } from 'lit/html.js';
import type { Appointment } from '../contract/index.js';
import type { Answers, Field, Surroundings } from '../form/index.js';
import { group } from './frame.js';

type Slot = NonNullable<Appointment['slot']>;
type Way = 'slot' | 'request' | 'waitlist' | 'broken';

/** Set by the lazy part: gives back what is held, when the visitor goes back. */
export const goingBack = new WeakMap<Answers, () => void>();

const wayOf = ({ answers }: Surroundings): Way => (answers.text('slot.way') ?? 'slot') as Way;

/** True where no time can be chosen and days are asked for instead: no slots address, none to be had, or the visitor likes that better. */
export const byRequest = (around: Surroundings): boolean =>
  !around.settings.slots || ['request', 'broken'].includes(wayOf(around));

/** The lazy part: calendar, hold and their words. It defines the elements, which are then what stands in the form already. */
let part: Promise<unknown> | undefined;
const load = () =>
  (part ??= import('./slot-picker/slot-picker.js').catch((error: unknown) => {
    part = undefined;
    throw error;
  }));

/**
 * A time to choose from those that are free, where the clinic has a slots address. Without the part that draws it, and without a list of
 * times, the form asks for days by its field `instead`.
 */
export const slot = ({
  instead,
  waitlist = true,
}: {
  instead: string;
  /** Whether somebody who finds no time may ask to be told of one */
  waitlist?: boolean;
}): Field<Slot> => ({
  instead,
  asked: ({ settings }) => !!settings.slots,
  needed: (around) => wayOf(around) === 'slot',
  read: (answers, name, around) => {
    const chosen = byRequest(around) ? undefined : answers.text(name);
    return chosen === undefined ? undefined : (JSON.parse(chosen) as Slot);
  },
  says: ({ answers, name }) => answers.text(`${name}.words`) ?? '',
  back: ({ answers }) => goingBack.get(answers)?.(),
  render: (field) => {
    load().catch(() => {
      if (wayOf(field) === 'slot') field.note(`${field.name}.way`, 'request');
    });
    const picker = html`<clinic-slot-picker
      part="control"
      data-field=${field.name}
      .field=${field}
      .waitlist=${waitlist}
    ></clinic-slot-picker>`;
    return byRequest(field) ? picker : group(field, picker);
  },
});

/** The chosen time and how long it is kept, for the steps after the one with the picker; nothing where none is chosen. */
export const slotTimer = (): unknown => html`<clinic-slot-choice></clinic-slot-choice>`;
