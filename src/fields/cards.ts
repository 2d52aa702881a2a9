import { html, nothing } from 'lit/html.js';
import type { InsuranceCheck } from '../contract/index.js';
import type { Field, FieldState } from '../form/index.js';
import type { CardPhoto, CardPhotos, CardsHost, Side } from './cards/card-photos.js';
import { group } from './frame.js';

type Cards = NonNullable<InsuranceCheck['cards']>;

const sides: Side[] = ['front', 'back'];

/**
 * Photos of an insurance card, front and back. Two plain controls; what opens, checks, shrinks and shows the photos, and the way to the
 * camera, come when somebody is at the field.
 */
export const cards = (): Field<Cards> => {
  let photos: CardPhotos | undefined;

  const load = async (control: Element) => {
    const { host } = control.getRootNode() as ShadowRoot;
    const { CardPhotos } = await import('./cards/card-photos.js');
    return (photos ??= new CardPhotos(host as CardsHost));
  };

  const take = async (event: Event, field: FieldState, side: Side) => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    const loaded = file && (await load(input).catch(() => undefined));
    // Empty again, it tells of the same file a second time. Where nothing can take the file in, it must not look as if it went along.
    input.value = '';
    if (loaded) await loaded.take(file, field, side);
  };

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
                ${photos?.view(field, side)}
                <input
                  part="control"
                  id="${field.id}-${side}"
                  data-field="${field.name}.${side}"
                  type="file"
                  accept="image/*"
                  aria-describedby=${photos?.wrong(field, side) ?? nothing}
                  @focus=${(event: Event) =>
                    void load(event.currentTarget as Element).catch(() => undefined)}
                  @change=${(event: Event) => void take(event, field, side)}
                />
              </div>`,
          )}
        </div>`,
      ),
  };
};
