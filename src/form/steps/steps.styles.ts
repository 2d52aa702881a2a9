import { css } from '@lit/reactive-element';

/** Styles of the progress text, the step heading and *Back*. */
export const styles = css`
  .bar {
    appearance: none;
    inline-size: 100%;
    block-size: 4px;
    border: 0;
    border-radius: 4px;
    overflow: hidden;
    background: color-mix(in srgb, var(--_accent) 20%, transparent);
  }
  .bar::-webkit-progress-bar {
    background: none;
  }
  .bar::-webkit-progress-value {
    background: var(--_accent);
  }
  .bar::-moz-progress-bar {
    background: var(--_accent);
  }
  .caption {
    display: block;
    margin-block-end: var(--_space);
    color: var(--_muted);
    font-size: 0.6875em;
    font-weight: 400;
    letter-spacing: normal;
  }
  .actions > .quiet {
    align-self: center;
    margin: 0;
  }
  @container (min-width: 32em) {
    .actions > .quiet {
      align-self: flex-start;
    }
  }
  @media (forced-colors: active) {
    .bar {
      border: 1px solid CanvasText;
      block-size: 8px;
    }
    .bar::-webkit-progress-value {
      background: Highlight;
    }
    .bar::-moz-progress-bar {
      background: Highlight;
    }
  }
`;
