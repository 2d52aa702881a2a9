import { css } from '@lit/reactive-element';

export const styles = css`
  .nested {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 5);
    padding-inline-start: calc(var(--_space) * 4);
    border-inline-start: 2px solid color-mix(in srgb, var(--_border) 40%, transparent);
  }
  fieldset.field > .nested {
    margin-block-start: calc(var(--_space) * 4);
  }
  .estimate {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 4);
    border-inline-start: 4px solid var(--_accent);
    border-radius: 2px;
    background: color-mix(in srgb, var(--_accent) 8%, transparent);
  }
  .booking {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 6);
  }
`;
