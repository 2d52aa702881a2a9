/**
 * Photos for the clinic's own questions: validates, resizes, removes metadata, shows and removes
 * them.
 */
import { html, nothing } from 'lit/html.js';
import { ref } from 'lit/directives/ref.js';
import type { Attachment, FieldContext } from '../../form/index.js';
import { Messages } from '../../i18n/index.js';
import { isProblem, type PhotoStates } from '../photo-states.js';
import type { PhotoHost } from './card-photos.js';
import { photoEn as en, photoEs as es } from './messages.js';
import { paint, photoOf, UnfitFile, type Photo } from './photo.js';
import { styles } from './photos.styles.js';

interface AnswerPhoto extends Attachment, Photo {}

export class AnswerPhotos {
  readonly #words: Messages<typeof en>;

  constructor(
    host: PhotoHost,
    private readonly states: PhotoStates,
  ) {
    this.#words = new Messages(host, { en, es });
    host.adopt(styles);
  }

  /** Replaces the photo with a picked file. It never rejects. */
  async take(file: File, field: FieldContext): Promise<void> {
    const isWanted = this.states.begin(field.name);
    field.redraw();
    const outcome = await photoOf(file).catch((error: unknown) =>
      error instanceof UnfitFile ? error.code : 'unreadable',
    );
    if (!isWanted()) return;
    if (typeof outcome === 'string') {
      this.states.set(field.name, outcome);
      return;
    }
    const filename = `${field.name.replace(/^answers\./, '')}-1.jpg`;
    const photo: AnswerPhoto = { ...outcome, filename };
    this.states.set(field.name, 'added');
    field.enter(field.name, [photo]);
  }

  #remove(event: Event, field: FieldContext) {
    const frame = (event.currentTarget as Element).closest('[part~="field"]');
    this.states.remove(field.name);
    field.enter(field.name, []);
    // The button is removed with the photo: focus the file input.
    frame?.querySelector<HTMLElement>('input')?.focus();
  }

  /** The photo, its state and its error. */
  view(field: FieldContext): unknown {
    const photo = field.answers.files<AnswerPhoto>(field.name)?.[0];
    const state = this.states.of(field.name);
    const isBusy = state === 'busy';
    const { t, find } = this.#words;
    const text = (state && find(`photo.${state}`)) ?? '';
    const problem = text && isProblem(state);
    return html`${
        photo
          ? html`<div class="photo">
              <canvas role="img" aria-label=${t('photo.alt')} ${ref(paint(photo))}></canvas>
              <div>
                <p class="hint">${t('photo.size', { size: Math.ceil(photo.blob.size / 1000) })}</p>
                <button
                  type="button"
                  class="quiet"
                  @click=${(event: Event) => this.#remove(event, field)}
                >
                  ${t('photo.remove')}
                </button>
              </div>
            </div>`
          : nothing
      }
      <p role="status" class=${isBusy ? 'hint' : 'unseen'}>${problem ? '' : text}</p>
      ${isBusy ? html`<div class="progress"></div>` : nothing}
      ${problem ? html`<p class="error" role="alert" id="${field.id}-unfit"><span>${text}</span></p>` : nothing}`;
  }
}
