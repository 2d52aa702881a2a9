/** A question of the clinic that asks for a photo. Loaded if the clinic file has questions. */
import { html, nothing } from 'lit/html.js';
import { described, invalid, single, type Field, type FieldContext } from '../form/index.js';
import { PhotoStates } from './photo-states.js';
import type { AnswerPhotos } from './prepare.lazy/answer-photos.js';
import type { PhotoHost } from './prepare.lazy/card-photos.js';

/**
 * A question of the clinic that asks for a photo. The answer is the file's name in the submission,
 * never its name on the device.
 */
export const photoQuestion = () => {
  const states = new PhotoStates();
  let photos: AnswerPhotos | undefined;

  const pick = async (event: Event, field: FieldContext) => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    // Clearing the input lets the same file be picked again.
    input.value = '';
    if (!file) return;
    const { host } = input.getRootNode() as ShadowRoot;
    const part = await import('./prepare.lazy/prepare.js').catch(() => undefined);
    photos ??= part && new part.AnswerPhotos(host as unknown as PhotoHost, states);
    if (photos) await photos.take(file, field);
    else states.set(field.name, 'failed');
    field.redraw();
  };

  const field: Field<string[]> = {
    read: ({ answers }, name) => answers.files(name)?.map(({ filename }) => filename),
    onReset: () => states.clear(),
    render: (field) => {
      const description = described(field);
      return single(
        field,
        html`${photos?.view(field)}
          ${
            states.of(field.name) === 'failed'
              ? html`<p class="error" role="alert" id="${field.id}-unfit">
                  <span>${field.t('photo.failed')}</span>
                </p>`
              : nothing
          }
          <input
            part="control"
            id=${field.id}
            data-field=${field.name}
            type="file"
            accept="image/*"
            ?required=${field.required}
            aria-invalid=${invalid(field, field.name)}
            aria-describedby="${description === nothing ? '' : description} ${field.id}-unfit"
            @change=${(event: Event) => field.waitFor(pick(event, field))}
          />`,
      );
    },
  };
  return field;
};
