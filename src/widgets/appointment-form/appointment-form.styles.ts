import { css } from '@lit/reactive-element';

export const styles = css`
  /* The room of the times, while the part that draws them is on its way. */
  clinic-slot-picker:not(:defined) {
    display: block;
    min-block-size: 22em;
  }
  .emergency {
    margin-block-end: calc(var(--_space) * 6);
    padding: calc(var(--_space) * 4);
    border-inline-start: 4px solid var(--_accent);
    border-radius: 2px;
    background: color-mix(in srgb, var(--_accent) 8%, transparent);
    max-inline-size: var(--_width);
  }
  .emergency p {
    font-weight: 600;
  }
  .emergency ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 6);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .emergency a {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    /* Two numbers that both need two lines on a phone must not read as one. */
    padding-block: var(--_space);
  }
  .intro {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 6);
    max-inline-size: var(--_width);
  }
  .title {
    font-size: 1.25em;
    font-weight: 650;
  }
  section {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 5);
  }
  form > section {
    padding-block-start: calc(var(--_space) * 6);
    border-block-start: 1px solid color-mix(in srgb, var(--_border) 40%, transparent);
  }
  form > section > :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.125em;
  }
  .nest {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 5);
  }
  .checked {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-inline-start: 4px solid var(--_success);
    border-radius: 2px;
    background: color-mix(in srgb, var(--_success) 8%, transparent);
  }
  .room {
    min-block-size: 26em;
  }
`;
