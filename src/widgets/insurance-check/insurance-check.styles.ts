import { css } from '@lit/reactive-element';

export const styles = css`
  .intro {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 6);
    max-inline-size: var(--_width);
  }
  section {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 5);
    padding-block-start: calc(var(--_space) * 6);
    border-block-start: 1px solid color-mix(in srgb, var(--_border) 40%, transparent);
  }
  section > :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.125em;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: calc(var(--_space) * 5);
    align-items: end;
  }
`;
