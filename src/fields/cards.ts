import { css } from '@lit/reactive-element';
import { html, nothing } from 'lit/html.js';
import type { InsuranceCheck } from '../contract/index.js';
import type { Field, FieldState } from '../form/index.js';
import type { CardPhoto, CardPhotos, CardsHost, Side } from './cards/card-photos.js';
import { group } from './frame.js';

type Cards = NonNullable<InsuranceCheck['cards']>;

const sides: Side[] = ['front', 'back'];

/** For the widgets that ask for photos. */
export const cardStyles = css`
  .side,
  .ways {
    display: flex;
    gap: calc(var(--_space) * 2);
  }
  .side {
    flex-direction: column;
    margin-block-end: calc(var(--_space) * 3);
  }
  .ways {
    flex-wrap: wrap;
  }
  .pick {
    position: relative;
    flex: 1 1 8em;
    justify-content: center;
    border-style: dashed;
    color: var(--_accent);
    font-weight: 600;
    text-align: center;
  }
  .pick:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .pick input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
`;

/**
 * Ways to a photo. `capture` opens the camera and nothing else, so it stands beside a way to the pictures that are there already;
 * and where there is no touch screen it means nothing.
 */
const ways = () =>
  matchMedia('(any-pointer: coarse)').matches ? (['camera', 'file'] as const) : (['file'] as const);

/**
 * Photos of an insurance card, front and back. What opens, checks, shrinks and shows them comes when somebody is at the field.
 */
export const cards = (): Field<Cards> => {
  let part: Promise<CardPhotos> | undefined;
  let photos: CardPhotos | undefined;

  const load = (event: Event) => {
    const { host } = (event.currentTarget as Element).getRootNode() as ShadowRoot;
    return (part ??= import('./cards/card-photos.js').then(
      ({ CardPhotos }) => (photos = new CardPhotos(host as CardsHost)),
      (error: unknown) => {
        part = undefined;
        throw error;
      },
    ));
  };

  const take = async (event: Event, field: FieldState, side: Side) => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    const loaded = await load(event).catch(() => undefined);
    // Empty again, it tells of the same file a second time; and the name of a file is nobody's business.
    input.value = '';
    if (loaded) return loaded.take(file, field, side);
    field.put(`${field.name}.${side}.state`, 'failed');
  };

  const pick = (field: FieldState, side: Side, way: 'camera' | 'file') => {
    const words = field.t(`${field.name}.${way}`);
    const state = field.value(`${field.name}.${side}.state`);
    return html`<label class="cell pick"
      ><input
        part="control"
        id="${field.id}-${side}-${way}"
        data-field="${field.name}.${side}"
        type="file"
        accept="image/*"
        capture=${way === 'camera' ? 'environment' : nothing}
        aria-label="${field.t(`${field.name}.${side}`)}: ${words}"
        aria-describedby=${state ? `${field.id}-${side}-error` : nothing}
        @focus=${(event: Event) => void load(event).catch(() => undefined)}
        @change=${(event: Event) => void take(event, field, side)}
      />${words}</label
    >`;
  };

  return {
    instead: 'memberId',
    read: (answers, name) =>
      answers.list<CardPhoto>(name)?.map(({ side, filename }) => ({ side, part: filename })),
    says: (field) =>
      (field.answers.list<CardPhoto>(field.name) ?? [])
        .map(({ side }) => field.t(`${field.name}.${side}`))
        .join(', '),
    render: (field) =>
      group(
        field,
        html`<div class="cells">
          ${sides.map(
            (side) =>
              html`<div class="side">
                <span>${field.t(`${field.name}.${side}`)}</span>
                ${photos?.view(field, side)}
                ${
                  !photos && field.value(`${field.name}.${side}.state`)
                    ? html`<p class="error" role="alert">${field.t(`${field.name}.failed`)}</p>`
                    : nothing
                }
                <div class="ways">${ways().map((way) => pick(field, side, way))}</div>
              </div>`,
          )}
        </div>`,
      ),
  };
};
