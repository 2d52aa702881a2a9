import { css } from '@lit/reactive-element';

export const styles = css`
  .booked {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: calc(var(--_space) * 4);
    margin-block: calc(var(--_space) * 2);
  }
  .booked .whole {
    grid-column: 1 / -1;
  }
  .booked :is(input, textarea) {
    background: transparent;
    border-color: color-mix(in srgb, var(--_border) 45%, transparent);
    min-block-size: 44px;
    resize: none;
    field-sizing: content;
  }
  .before {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
    margin-block: calc(var(--_space) * 2);
  }
  .before :is(h2, h3, h4, h5, h6) {
    color: inherit;
    font-size: 1.0625em;
  }
  .before :is(h2, h3, h4, h5, h6)::before {
    content: none;
  }
  .before ul {
    margin: 0;
    padding-inline-start: 1.25em;
  }
  .keep {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 6);
  }
  .keep .quiet {
    margin: 0;
  }
  @media print {
    button {
      display: none;
    }
  }
`;
