import { html, nothing } from 'lit/html.js';
import type { Appointment } from '../contract/index.js';
import type { Answers, Field, FieldState, Surroundings } from '../form/index.js';
import { group } from '../fields/field-frame.js';

type Slot = NonNullable<Appointment['slot']>;
type Way = 'slot' | 'request' | 'waitlist';

/** What the other answers leave of all times. Ids of the clinic's own lists. */
export interface Wanted {
  service?: string | undefined;
  location?: string | undefined;
  clinician?: string | undefined;
  visit?: string | undefined;
}

/** The field as the lazy part needs it. */
export interface SlotState extends FieldState {
  wanted(around: Surroundings): Wanted;
}

/** What the lazy part keeps for one form: the visitor's time. */
export interface Kept {
  /** As it travels; undefined where none is chosen, or where it is not booked here */
  readonly slot: Slot | undefined;
  /** What its list says of it */
  readonly chosen?: Wanted | undefined;
  /** `broken`: nothing came from the slots address */
  readonly feed: { readonly broken: boolean };
  /** The clinic's clock; its IANA name where one is known */
  readonly zone: { readonly name: string | undefined };
  /** The time in words */
  says(): string;
  /** The visitor goes back: what is held is given back */
  back(): unknown;
}

/** Set by the lazy part, by the answers of a form and by its widget. */
export const kept = new WeakMap<Answers | Element, Kept>();

const wayOf = ({ answers }: Surroundings): Way => (answers.text('slot.way') ?? 'slot') as Way;

/** True where no time can be chosen and days are asked for instead: no slots address, none to be had, or the visitor likes that better. */
export const byRequest = (around: Surroundings): boolean =>
  !around.settings.slots || wayOf(around) === 'request' || !!kept.get(around.answers)?.feed.broken;

/** The time that goes along, with all that its list says of it. */
export const bookedTime = (around: Surroundings): Wanted | undefined => {
  const time = byRequest(around) ? undefined : kept.get(around.answers);
  return time?.slot && time.chosen;
};

/**
 * A time to choose from those that are free, where the clinic has a slots address. Without the part that draws it, and without a list of
 * times, the form asks for days by its field `instead`.
 */
export const slot = ({
  instead,
  wanted,
}: {
  instead: string;
  /** What the other answers leave of all times */
  wanted: (around: Surroundings) => Wanted;
}): Field<Slot> => ({
  instead,
  asked: ({ settings }) => !!settings.slots,
  needed: (around) => wayOf(around) === 'slot' && !byRequest(around),
  read: (answers, _name, around) => (byRequest(around) ? undefined : kept.get(answers)?.slot),
  says: ({ answers }) => kept.get(answers)?.says() ?? '',
  back: ({ answers }) => void kept.get(answers)?.back(),
  render: (field) => {
    // Calendar, hold and their words. It defines the elements, which are then what stands in the form already.
    import('./slot-picker.lazy/slot-picker.js').catch(() => {
      if (wayOf(field) === 'slot') field.note(`${field.name}.way`, 'request');
    });
    // The part did not come: days are asked for, and nothing needs room here.
    if (byRequest(field) && !customElements.get('clinic-slot-picker')) return nothing;
    // Drawn the same whatever is shown in it: an element drawn anew would lose the focus.
    return group(
      field,
      html`<clinic-slot-picker
        part="control"
        data-field=${field.name}
        .field=${{ ...field, wanted }}
      ></clinic-slot-picker>`,
    );
  },
});

/** The chosen time and how long it is kept, for the steps after the one with the picker; nothing where none is chosen. */
export const slotTimer = (): unknown => html`<clinic-slot-choice></clinic-slot-choice>`;
