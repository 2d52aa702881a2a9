/** Photos of an insurance card: validates, resizes, removes metadata, shows and removes them. */
import type { CSSResult } from '@lit/reactive-element';
import { html, nothing } from 'lit/html.js';
import { ref } from 'lit/directives/ref.js';
import type { Attachment, FieldContext } from '../../form/index.js';
import { Messages, type MessagesHost } from '../../i18n/index.js';
import { isProblem, type PhotoStates } from '../photo-states.js';
import { en, es } from './messages.js';
import { paint, photoOf, UnfitFile, type Photo } from './photo.js';
import { styles } from './photos.styles.js';

export type Side = 'front' | 'back';

/** A photo as stored in the answers. */
export interface CardPhoto extends Attachment, Photo {
  side: Side;
}

/** A widget with a photo field. */
export interface PhotoHost extends MessagesHost {
  adopt(sheet: CSSResult): void;
}

const hasTouch = () => matchMedia('(any-pointer: coarse)').matches;

const photosIn = (field: FieldContext) => field.answers.files<CardPhoto>(field.name) ?? [];

const controlOf = (field: FieldContext, side: Side) => `${field.name}.${side}`;

export class CardPhotos {
  readonly #words: Messages<typeof en>;

  constructor(
    host: PhotoHost,
    private readonly states: PhotoStates,
  ) {
    this.#words = new Messages(host, { en, es });
    host.adopt(styles);
  }

  /**
   * Replaces a photo with a picked file. It never rejects.
   *
   * @param isWanted false after another was picked or all answers were cleared
   */
  async take(file: File, field: FieldContext, side: Side, isWanted: () => boolean): Promise<void> {
    const outcome = await photoOf(file).catch((error: unknown) =>
      error instanceof UnfitFile ? error.code : 'unreadable',
    );
    if (!isWanted()) return;
    const control = controlOf(field, side);
    if (typeof outcome === 'string') {
      this.states.set(control, outcome);
      return;
    }
    this.states.set(control, 'added');
    this.#keep(field, side, { ...outcome, side, filename: `${side}.jpg` });
  }

  /** One side of the card: the photo, its state and its error. */
  view(field: FieldContext, side: Side): unknown {
    const { t, say } = this.#words;
    const photo = photosIn(field).find((photo) => photo.side === side);
    const state = this.states.of(controlOf(field, side));
    const problem = this.problemId(field, side);
    const isBusy = state === 'busy';
    const status = isBusy
      ? t('cards.busy')
      : state && !problem
        ? say(`cards.${side}.${state}`)
        : '';
    return html`${
        photo
          ? html`<div class="photo">
              <canvas
                role="img"
                aria-label=${say(`cards.${side}.alt`)}
                ${ref(paint(photo))}
              ></canvas>
              <div>
                <p class="hint">
                  ${say('cards.size', { size: Math.ceil(photo.blob.size / 1000) })}
                </p>
                <button
                  type="button"
                  class="quiet"
                  @click=${(event: Event) => this.#remove(event, field, side)}
                >
                  ${say(`cards.${side}.remove`)}
                </button>
              </div>
            </div>`
          : nothing
      }
      <p role="status" class=${isBusy ? 'hint' : 'unseen'}>${status}</p>
      ${isBusy ? html`<div class="progress"></div>` : nothing}
      ${problem ? html`<p class="error" role="alert" id=${problem}><span>${say(`cards.${state}`)}</span></p>` : nothing}`;
  }

  /** Id of the error message about a file; undefined if there is none. */
  problemId(field: FieldContext, side: Side): string | undefined {
    return isProblem(this.states.of(controlOf(field, side)))
      ? `${field.id}-${side}-error`
      : undefined;
  }

  /** Names the photos, for the review page. */
  reviewText(field: FieldContext): string {
    return photosIn(field)
      .map(({ side }) => field.t(`${field.name}.${side}`))
      .join(', ');
  }

  /**
   * The camera button. An input with `capture` opens only the camera, so it follows the input for
   * existing pictures, where it shifts nothing that a visitor is about to press. It has no use
   * without a touch screen.
   */
  camera(field: FieldContext, side: Side, changed: (event: Event) => void): unknown {
    if (!hasTouch()) return nothing;
    const { t } = this.#words;
    return html`<label class="cell camera"
      ><input
        part="control"
        data-field="${field.name}.${side}"
        type="file"
        accept="image/*"
        capture="environment"
        aria-label="${field.t(`${field.name}.${side}`)}: ${t('cards.camera')}"
        aria-describedby=${this.problemId(field, side) ?? nothing}
        @change=${changed}
      />${t('cards.camera')}</label
    >`;
  }

  #keep(field: FieldContext, side: Side, photo?: CardPhoto) {
    const others = photosIn(field).filter((other) => other.side !== side);
    const all = photo ? [...others, photo] : others;
    field.enter(
      field.name,
      all.sort((one, other) => other.side.localeCompare(one.side)),
    );
  }

  #remove(event: Event, field: FieldContext, side: Side) {
    const frame = (event.currentTarget as Element).closest('[part~="field"]');
    this.states.remove(controlOf(field, side));
    this.#keep(field, side);
    // The button is removed with the photo: focus the file input.
    frame?.querySelector<HTMLElement>(`#${field.id}-${side}`)?.focus();
  }
}
