import { css } from '@lit/reactive-element';

export const styles = css`
  .coverage {
    --_tone: var(--_warning);
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 4);
  }
  .coverage.active {
    --_tone: var(--_success);
  }
  .coverage :is(h1, h2, h3, h4, h5, h6) {
    color: inherit;
  }
  .coverage :is(h1, h2, h3, h4, h5, h6)::before {
    content: none;
  }
  .coverage .said {
    display: flex;
    gap: calc(var(--_space) * 3);
    align-items: flex-start;
  }
  .coverage .said::before {
    content: '?' / '';
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    border: 2px solid;
    border-radius: 50%;
    color: var(--_tone);
    font-weight: 650;
    line-height: calc(1.5em - 4px);
    text-align: center;
  }
  .coverage .said.yes {
    --_tone: var(--_success);
  }
  .coverage .said:is(.open, .no) {
    --_tone: var(--_warning);
  }
  .coverage .said.yes::before {
    content: '✓' / '';
  }
  .coverage .said.no::before {
    content: '–' / '';
  }
  .coverage .status {
    padding: calc(var(--_space) * 4);
    border-inline-start: 4px solid var(--_tone);
    border-radius: 2px;
    background: color-mix(in srgb, var(--_tone) 9%, transparent);
  }
  .coverage .status > div {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
  }
  .coverage .amounts {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
  }
  .coverage .amounts > :is(h2, h3, h4, h5, h6) {
    font-size: 1.0625em;
  }
  .coverage dl {
    margin: 0;
    border-block-end: 1px solid color-mix(in srgb, var(--_border) 40%, transparent);
  }
  .coverage dl > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--_space) calc(var(--_space) * 6);
    padding-block: calc(var(--_space) * 3);
    border-block-start: 1px solid color-mix(in srgb, var(--_border) 40%, transparent);
  }
  .coverage dt {
    flex: 1 1 14em;
    font-weight: 600;
  }
  .coverage dd {
    flex: 0 1 auto;
    min-inline-size: 0;
    margin: 0;
  }
  .coverage :is(dt, dd) small {
    display: block;
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 400;
  }
  .coverage .amount {
    font-size: 1.25em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .coverage dd.long {
    flex: 1 1 100%;
  }
  @container (min-width: 32em) {
    .coverage dd:not(.long) {
      text-align: end;
    }
  }
`;
