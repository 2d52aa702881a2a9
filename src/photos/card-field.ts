import { html, nothing } from 'lit/html.js';
import type { InsuranceCheck } from '../contract/index.js';
import type { Field, FieldState } from '../form/index.js';
import type { CardPhoto, CardPhotos, CardsHost, Side } from './prepare.lazy/card-photos.js';
import { group } from '../fields/field-frame.js';

type Cards = NonNullable<InsuranceCheck['cards']>;

const sides: Side[] = ['front', 'back'];

let turns = 0;

/** Without the part that prepares photos. */
const lost = (field: FieldState, side: Side) =>
  field.value(`${field.name}.${side}.state`) === 'unreadable'
    ? html`<p class="error" role="alert"><span>${field.t(`${field.name}.format`)}</span></p>`
    : nothing;

/**
 * Photos of an insurance card, front and back. Two plain controls; what opens, checks, shrinks and shows the photos, and the way to the
 * camera, come when somebody is at the field.
 */
export const cards = (): Field<Cards> => {
  let photos: CardPhotos | undefined;

  const load = async (control: Element) => {
    const { host } = control.getRootNode() as ShadowRoot;
    const { CardPhotos } = await import('./prepare.lazy/card-photos.js');
    photos ??= new CardPhotos(host as CardsHost);
    (host as CardsHost).requestUpdate();
    return photos;
  };

  const take = async (event: Event, field: FieldState, side: Side) => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    // Empty again, it tells of the same file a second time. Where nothing can take the file in, it must not look as if it went along.
    input.value = '';
    if (!file) return;
    const state = `${field.name}.${side}.state`;
    const turn = `busy ${++turns}`;
    field.put(state, turn);
    const loaded = await load(input).catch(() => undefined);
    if (loaded) await loaded.take(file, field, side, turn);
    else if (field.value(state) === turn) field.put(state, 'unreadable');
  };

  /** A photo that is still prepared goes along all the same. */
  const changed = (field: FieldState, side: Side) => (event: Event) =>
    field.wait(take(event, field, side));

  return {
    instead: 'memberId',
    read: (answers, name) =>
      answers.list<CardPhoto>(name)?.map(({ side, filename }) => ({ side, part: filename })),
    says: (field) => photos?.says(field) ?? '',
    render: (field) =>
      group(
        field,
        html`<div class="cells">
          ${sides.map(
            (side) =>
              html`<div class="box">
                <label for="${field.id}-${side}">${field.t(`${field.name}.${side}`)}</label>
                ${photos ? photos.view(field, side) : lost(field, side)}
                <input
                  part="control"
                  id="${field.id}-${side}"
                  data-field="${field.name}.${side}"
                  type="file"
                  accept="image/*"
                  aria-describedby=${photos?.wrong(field, side) ?? nothing}
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
