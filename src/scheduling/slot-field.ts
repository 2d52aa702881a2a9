import { html, nothing } from 'lit/html.js';
import { group, type Field, type FieldContext, type FormContext } from '../form/index.js';
import type { SlotController, SlotHost } from './slot-picker.lazy/slot-picker.js';
import type { SlotFilter } from './availability.js';
import type { ChosenSlot, SlotMode, WireSlot } from './slot-booking.js';

interface SchedulingOptions {
  /** What the other answers leave of all times */
  filter(context: FormContext): SlotFilter;
  /** The visitor would rather join the waitlist */
  onWaitlist(): void;
}

/**
 * The times of one widget: whether the visitor chooses one or names days instead. The calendar, the hold and their words are loaded when
 * the field is first drawn.
 */
export class Scheduling {
  mode: SlotMode = 'times';
  #slots?: SlotController | undefined;
  #isLoading = false;

  constructor(
    private readonly host: SlotHost,
    private readonly options: SchedulingOptions,
  ) {}

  /** True where no time can be chosen and days are asked for instead: no slots address, none to be had, or the visitor prefers that. */
  readonly byRequest = ({ settings }: FormContext): boolean =>
    !settings.slots || this.mode === 'request' || !!this.#slots?.availability.isBroken;

  /** The time that goes along, with all that its list says of it. */
  readonly chosen = (context: FormContext, name: string): ChosenSlot | undefined =>
    this.byRequest(context) ? undefined : context.answers.get<ChosenSlot>(name);

  /** IANA zone of the clinic's clocks as the list of times names it; undefined where there is no list or it names none. */
  get timeZone(): string | undefined {
    return this.#slots?.booking.zone.name;
  }

  /** Whether a list of times was ever drawn. */
  get hasTimes(): boolean {
    return this.#slots !== undefined;
  }

  /** A time to choose from those that are available. Where none can be had, the form asks for days by the field `alternative`. */
  field(alternative: string): Field<WireSlot> {
    return {
      alternative,
      asked: ({ settings }) => !!settings.slots,
      requiredIf: (context) => this.mode === 'times' && !this.byRequest(context),
      read: (context, name) => {
        const slot = this.chosen(context, name);
        return (
          slot && {
            id: slot.id,
            start: slot.start,
            end: slot.end,
            ...(slot.hold !== undefined && { hold: slot.hold }),
          }
        );
      },
      reviewText: () => this.#slots?.reviewText() ?? '',
      onBack: () => void this.#slots?.goBack(),
      onReset: () => {
        this.mode = 'times';
        this.#slots?.booking.clear();
      },
      issueOf: ({ code }, name) =>
        code === 'slot-taken' ? { path: ['data', name], code: 'taken' } : undefined,
      onSubmission: (event, name) => this.#slots?.booking.onSubmission(event, name),
      render: (field) => {
        this.#load(field);
        // The part did not come: days are asked for, and nothing needs room here.
        if (this.byRequest(field) && !this.#slots) return nothing;
        // Drawn the same whatever is shown in it: an element drawn anew would lose the focus.
        return group(
          field,
          html`<clinic-slot-picker
            part="control"
            data-field=${field.name}
            .slots=${this.#slots}
          ></clinic-slot-picker>`,
        );
      },
    };
  }

  /** The chosen time and how long it is held, for the steps after the one with the picker; nothing where none is chosen. */
  timer(): unknown {
    return this.#slots
      ? html`<clinic-slot-choice .slots=${this.#slots}></clinic-slot-choice>`
      : nothing;
  }

  #load(field: FieldContext) {
    if (this.#isLoading) return;
    this.#isLoading = true;
    void import('./slot-picker.lazy/slot-picker.js').then(
      ({ SlotController }) => {
        this.#slots = new SlotController(this.host, this, field, this.options);
        this.host.requestUpdate();
      },
      () => {
        // The next drawing tries again.
        this.#isLoading = false;
        if (this.mode !== 'times') return;
        this.mode = 'request';
        this.host.requestUpdate();
      },
    );
  }
}
