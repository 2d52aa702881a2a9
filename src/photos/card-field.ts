import { html, nothing } from 'lit/html.js';
import type { InsuranceCheck } from '../contract/index.js';
import { group, type Field, type FieldContext } from '../form/index.js';
import { PhotoStates } from './photo-states.js';
import type { CardPhoto, CardPhotos, PhotoHost, Side } from './prepare.lazy/card-photos.js';

type Cards = NonNullable<InsuranceCheck['cards']>;

const sides: Side[] = ['front', 'back'];

/**
 * Photos of an insurance card, front and back, with two file inputs. The code that opens, checks,
 * resizes and shows the photos, and the camera button, are loaded when a visitor focuses the field.
 */
export const cards = (): Field<Cards> => {
  const states = new PhotoStates();
  let photos: CardPhotos | undefined;

  const load = async (control: Element) => {
    const { host } = control.getRootNode() as ShadowRoot;
    const { CardPhotos } = await import('./prepare.lazy/prepare.js');
    photos ??= new CardPhotos(host as unknown as PhotoHost, states);
    (host as unknown as PhotoHost).requestUpdate();
    return photos;
  };

  const take = async (event: Event, field: FieldContext, side: Side) => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    // Clearing the input lets the same file be picked again. If no code can process the file, it
    // must not look attached.
    input.value = '';
    if (!file) return;
    const control = `${field.name}.${side}`;
    const isWanted = states.begin(control);
    field.redraw();
    const loaded = await load(input).catch(() => undefined);
    if (loaded) await loaded.take(file, field, side, isWanted);
    else if (isWanted()) states.set(control, 'unreadable');
    field.redraw();
  };

  /** The submission waits for a photo that is still being prepared. */
  const changed = (field: FieldContext, side: Side) => (event: Event) =>
    field.waitFor(take(event, field, side));

  /** Shown if the module that prepares photos could not be loaded. */
  const failedView = (field: FieldContext, side: Side) =>
    states.of(`${field.name}.${side}`) === 'unreadable'
      ? html`<p class="error" role="alert"><span>${field.t(`${field.name}.format`)}</span></p>`
      : nothing;

  return {
    alternative: 'memberId',
    read: ({ answers }, name) =>
      answers.files<CardPhoto>(name)?.map(({ side, filename }) => ({ side, part: filename })),
    reviewText: (field) => photos?.reviewText(field) ?? '',
    onReset: () => states.clear(),
    render: (field) =>
      group(
        field,
        html`<div class="cells">
          ${sides.map(
            (side) =>
              html`<div class="box">
                <label for="${field.id}-${side}">${field.t(`${field.name}.${side}`)}</label>
                ${photos ? photos.view(field, side) : failedView(field, side)}
                <input
                  part="control"
                  id="${field.id}-${side}"
                  data-field="${field.name}.${side}"
                  type="file"
                  accept="image/*"
                  aria-describedby=${photos?.problemId(field, side) ?? nothing}
                  @focus=${(event: Event) =>
                    void load(event.currentTarget as Element).catch(() => undefined)}
                  @change=${changed(field, side)}
                />
                ${photos?.camera(field, side, changed(field, side))}
              </div>`,
          )}
        </div>`,
      ),
  };
};
