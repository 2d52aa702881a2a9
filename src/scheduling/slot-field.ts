import { html, nothing } from 'lit/html.js';
import { group, type Field, type FieldContext, type FormContext } from '../form/index.js';
import type { SlotController, SlotHost } from './slot-picker.lazy/slot-picker.js';
import type { SlotFilter } from './availability.js';
import type { ChosenSlot, SlotMode, WireSlot } from './slot-booking.js';

interface SchedulingOptions {
  /** Filter of the times by the other answers */
  filter(context: FormContext): SlotFilter;
  /** Called when the visitor chooses the waitlist */
  onWaitlist(): void;
}

/**
 * The times of one widget, and whether the visitor chooses one or names preferred days instead. The
 * calendar, holds and messages are loaded when the field is first drawn.
 */
export class Scheduling {
  mode: SlotMode = 'times';
  #slots?: SlotController | undefined;
  #isLoading = false;

  constructor(
    private readonly host: SlotHost,
    private readonly options: SchedulingOptions,
  ) {}

  /**
   * Whether days are asked for instead of a time: there is no slots URL, it has failed, or the
   * visitor prefers it.
   */
  readonly byRequest = ({ settings }: FormContext): boolean =>
    !settings.slots || this.mode === 'request' || !!this.#slots?.availability.isBroken;

  /** The chosen time with its details from the list. */
  readonly chosen = (context: FormContext, name: string): ChosenSlot | undefined =>
    this.byRequest(context) ? undefined : context.answers.get<ChosenSlot>(name);

  /**
   * IANA time zone of the clinic from the list of times; undefined if there is no list or it names
   * none.
   */
  get timeZone(): string | undefined {
    return this.#slots?.booking.zone.name;
  }

  /** Whether a list of times was ever drawn. */
  get hasTimes(): boolean {
    return this.#slots !== undefined;
  }

  /**
   * A field to choose an available time. If there are none, the form asks for days with the field
   * `alternative`.
   */
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
        // The module could not be loaded: days are asked for, and no height is reserved.
        if (this.byRequest(field) && !this.#slots) return nothing;
        // The template stays the same in every state: a replaced element would lose the focus.
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

  /**
   * The chosen time and its countdown, for the steps after the picker; nothing if none is chosen.
   */
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
        // The next update tries again.
        this.#isLoading = false;
        if (this.mode !== 'times') return;
        this.mode = 'request';
        this.host.requestUpdate();
      },
    );
  }
}
