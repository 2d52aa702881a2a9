/** What is done with a photo that answers one of the clinic's own questions: it is checked, made small and anonymous, shown, and taken away again. */
import type { CSSResult } from '@lit/reactive-element';
import { html, nothing } from 'lit/html.js';
import { ref } from 'lit/directives/ref.js';
import type { Attached, FieldState } from '../../form/index.js';
import { styles } from './photos.styles.js';
import { en } from './messages/answer.en.js';
import { es } from './messages/answer.es.js';
import { paint } from './paint.js';
import { photoOf, UnfitFile, type Photo } from './photo.js';

interface AnswerPhoto extends Attached, Photo {}

/** A widget with such a question in it. */
export interface PhotoHost {
  adopt(sheet: CSSResult): void;
}

let taken = 0;

/** Where the draft keeps what is to be said of the photo, so that it is forgotten with it. */
const stateOf = ({ name }: FieldState) => `${name}.state`;

const say = (field: FieldState, key: keyof typeof en, size = 0) =>
  field.local({ en: en[key], es: es[key] }).replace('{size}', String(size));

const has = (key: string): key is keyof typeof en => Object.hasOwn(en, key);

/** Takes a picked file in, in the place of what was there. It never rejects. */
export async function take(file: File, field: FieldState, host: PhotoHost): Promise<void> {
  host.adopt(styles);
  const state = stateOf(field);
  const mine = `busy ${++taken}`;
  field.put(state, mine);
  const outcome = await photoOf(file).catch((error: unknown) =>
    error instanceof UnfitFile ? error.code : 'unreadable',
  );
  // Another one was picked meanwhile, or everything was forgotten.
  if (field.answers.text(state) !== mine) return;
  if (typeof outcome === 'string') return field.put(state, outcome);
  const filename = `${field.name.replace(/^answers\./, '')}-1.jpg`;
  const photo: AnswerPhoto = { ...outcome, filename };
  field.put(field.name, [photo]);
  field.put(state, 'added');
}

function remove(event: Event, field: FieldState) {
  const around = (event.currentTarget as Element).closest('[part~="field"]');
  field.put(field.name, []);
  field.put(stateOf(field), 'removed');
  // The button goes with the photo: the focus moves to where another can be picked.
  around?.querySelector<HTMLElement>('input')?.focus();
}

/** The photo that is there, what goes on, what was wrong. */
export function view(field: FieldState): unknown {
  const photo = field.answers.list<AnswerPhoto>(field.name)?.[0];
  const state = field.value(stateOf(field));
  const busy = state.startsWith('busy');
  const told = busy ? 'busy' : state;
  const calm = busy || told === 'added' || told === 'removed';
  const text = has(told) ? say(field, told) : '';
  return html`${
      photo
        ? html`<div class="photo">
            <canvas role="img" aria-label=${say(field, 'alt')} ${ref(paint(photo))}></canvas>
            <div>
              <p class="hint">${say(field, 'size', Math.ceil(photo.blob.size / 1000))}</p>
              <button type="button" class="quiet" @click=${(event: Event) => remove(event, field)}>
                ${say(field, 'remove')}
              </button>
            </div>
          </div>`
        : nothing
    }
    <p role="status" class=${busy ? 'hint' : 'unseen'}>${calm ? text : ''}</p>
    ${busy ? html`<div class="progress"></div>` : nothing}
    ${text && !calm ? html`<p class="error" role="alert" id="${field.id}-unfit"><span>${text}</span></p>` : nothing}`;
}
