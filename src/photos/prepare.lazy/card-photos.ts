/** What is done with the photos of a card: they are checked, made small and anonymous, shown, and taken away again. */
import type { CSSResult } from '@lit/reactive-element';
import { html, nothing } from 'lit/html.js';
import { ref } from 'lit/directives/ref.js';
import type { Attached, FieldState } from '../../form/index.js';
import { Messages, type MessagesHost } from '../../i18n/index.js';
import { styles } from './photos.styles.js';
import { en } from './messages/en.js';
import { es } from './messages/es.js';
import { paint } from './paint.js';
import { photoOf, UnfitFile, type Photo } from './photo.js';

export type Side = 'front' | 'back';

/** A photo in the draft. */
export interface CardPhoto extends Attached, Photo {
  side: Side;
}

/** A widget with such a field in it. */
export interface CardsHost extends MessagesHost {
  adopt(sheet: CSSResult): void;
}

const touch = () => matchMedia('(any-pointer: coarse)').matches;

const isBusy = (state: string) => state.startsWith('busy');

const photos = (field: FieldState) => field.answers.list<CardPhoto>(field.name) ?? [];

/** Where the draft keeps what is to be said of a side, so that it is forgotten with the photos. */
const stateOf = (field: FieldState, side: Side) => `${field.name}.${side}.state`;

export class CardPhotos {
  readonly #words: Messages<typeof en>;

  constructor(host: CardsHost) {
    this.#words = new Messages(host, { en, es });
    host.adopt(styles);
  }

  /**
   * Takes a picked file in, in the place of what was there. It never rejects.
   * @param turn what the state of this side is as long as it is this file's turn
   */
  async take(file: File, field: FieldState, side: Side, turn: string): Promise<void> {
    const state = stateOf(field, side);
    let trouble = '';
    let photo: Photo | undefined;
    try {
      photo = await photoOf(file);
    } catch (error) {
      trouble = error instanceof UnfitFile ? error.code : 'unreadable';
    }
    // Another one was picked meanwhile, or everything was forgotten.
    if (field.value(state) !== turn) return;
    if (photo) this.#keep(field, side, { ...photo, side, filename: `${side}.jpg` });
    field.put(state, trouble || 'added');
  }

  /** What is there of one side: the photo, what goes on, what was wrong. */
  view(field: FieldState, side: Side): unknown {
    const { t, say } = this.#words;
    const photo = photos(field).find((photo) => photo.side === side);
    const state = field.value(stateOf(field, side));
    const wrong = this.wrong(field, side);
    const busy = isBusy(state);
    const told = busy ? t('cards.busy') : state && !wrong ? say(`cards.${side}.${state}`) : '';
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
      <p role="status" class=${busy ? 'hint' : 'unseen'}>${told}</p>
      ${busy ? html`<div class="progress"></div>` : nothing}
      ${wrong ? html`<p class="error" role="alert" id=${wrong}><span>${say(`cards.${state}`)}</span></p>` : nothing}`;
  }

  /** The id of what is said about a file that could not be taken; undefined where nothing is wrong. */
  wrong(field: FieldState, side: Side): string | undefined {
    const state = field.value(stateOf(field, side));
    return state && !isBusy(state) && !/^(added|removed)$/.test(state)
      ? `${field.id}-${side}-error`
      : undefined;
  }

  /** Which photos are there, for the check of all answers. */
  says(field: FieldState): string {
    return photos(field)
      .map(({ side }) => field.t(`${field.name}.${side}`))
      .join(', ');
  }

  /**
   * `capture` opens the camera and nothing else, so it stands behind the control that leads to the pictures which are there already, and
   * moves nothing that somebody is about to press; and where there is no touch screen it means nothing.
   */
  camera(field: FieldState, side: Side, changed: (event: Event) => void): unknown {
    if (!touch()) return nothing;
    const { t } = this.#words;
    return html`<label class="cell camera"
      ><input
        part="control"
        data-field="${field.name}.${side}"
        type="file"
        accept="image/*"
        capture="environment"
        aria-label="${field.t(`${field.name}.${side}`)}: ${t('cards.camera')}"
        aria-describedby=${this.wrong(field, side) ?? nothing}
        @change=${changed}
      />${t('cards.camera')}</label
    >`;
  }

  #keep(field: FieldState, side: Side, photo?: CardPhoto) {
    const others = photos(field).filter((other) => other.side !== side);
    const all = photo ? [...others, photo] : others;
    field.put(
      field.name,
      all.sort((one, other) => other.side.localeCompare(one.side)),
    );
  }

  #remove(event: Event, field: FieldState, side: Side) {
    const around = (event.currentTarget as Element).closest('[part~="field"]');
    this.#keep(field, side);
    field.put(stateOf(field, side), 'removed');
    // The button goes with the photo: the focus moves to where another can be picked.
    around?.querySelector<HTMLElement>(`#${field.id}-${side}`)?.focus();
  }
}
