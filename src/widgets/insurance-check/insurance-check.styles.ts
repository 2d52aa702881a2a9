import { css } from '@lit/reactive-element';

export const styles = css`
  .intro {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 6);
    max-inline-size: var(--_width);
  }
  .network {
    display: flex;
    flex-direction: column;
    gap: var(--_space);
    padding: calc(var(--_space) * 4);
    border-inline-start: 4px solid var(--_accent);
    border-radius: 2px;
    background: color-mix(in srgb, var(--_accent) 8%, transparent);
  }
  .network:empty {
    display: none;
  }
  .network.in {
    border-color: var(--_success);
    background: color-mix(in srgb, var(--_success) 9%, transparent);
  }
  .network.out {
    border-color: var(--_warning);
    background: color-mix(in srgb, var(--_warning) 9%, transparent);
  }
  .network strong {
    display: flex;
    gap: calc(var(--_space) * 2);
  }
  .network strong::before {
    content: '?' / '';
    flex: none;
    inline-size: 1.5em;
    border: 2px solid;
    border-radius: 50%;
    font-size: 0.875em;
    line-height: 1.3;
    text-align: center;
    align-self: flex-start;
  }
  .network.in strong::before {
    content: '✓' / '';
    color: var(--_success);
  }
  .network.out strong::before {
    content: '–' / '';
    color: var(--_warning);
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
