import { css } from '@lit/reactive-element';

/** How errors, their summary, and what is said about sending look: fetched with the conduct, because nobody sees them before. */
export const styles = css`
  .field.invalid {
    padding-inline-start: calc(var(--_space) * 4);
    border-inline-start: 4px solid var(--_error);
  }
  .error {
    display: flex;
    gap: calc(var(--_space) * 2);
    color: var(--_error);
    font-weight: 600;
  }
  .error::before {
    content: '!' / '';
    flex: none;
    inline-size: 1.4em;
    block-size: 1.4em;
    margin-block-start: 0.05em;
    border: 2px solid currentColor;
    border-radius: 50%;
    font-size: 0.875em;
    line-height: 1.25em;
    text-align: center;
  }
  [aria-invalid='true'] {
    border-color: var(--_error);
    border-width: 2px;
  }
  .summary {
    padding: calc(var(--_space) * 4);
    border: 2px solid var(--_error);
    border-radius: var(--_radius);
  }
  .summary:focus {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .summary h2,
  .summary h3,
  .summary h4,
  .summary h5,
  .summary h6 {
    font-size: 1.125em;
  }
  .summary ul {
    margin: calc(var(--_space) * 2) 0 0;
    padding: 0;
    list-style: none;
  }
  .summary button,
  .summary li {
    color: var(--_error);
    font-weight: 600;
    text-align: start;
  }
  .summary button {
    min-block-size: 32px;
    padding: 0;
    border: 0;
    background: none;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .trouble {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 4);
    border-inline-start: 4px solid var(--_warning);
    border-radius: 2px;
    background: color-mix(in srgb, var(--_warning) 9%, transparent);
  }
  .trouble strong {
    font-weight: 650;
  }
  .progress {
    block-size: 3px;
    border-radius: 3px;
    overflow: hidden;
    background: color-mix(in srgb, var(--_accent) 20%, transparent);
  }
  .progress::before {
    content: '';
    display: block;
    inline-size: 40%;
    block-size: 100%;
    border-radius: 3px;
    background: var(--_accent);
    animation: slide 1.2s ease-in-out infinite alternate;
  }
  @keyframes slide {
    to {
      transform: translateX(150%);
    }
  }
  .still {
    position: sticky;
    inset-block-end: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 4);
    border: 2px solid var(--_warning);
    border-radius: var(--_radius);
    background: linear-gradient(var(--_surface), var(--_surface)) Canvas;
  }
  .sent {
    display: flex;
    flex-direction: column;
    max-inline-size: var(--_width);
    padding: calc(var(--_space) * 6);
    border: var(--_border-width) solid color-mix(in srgb, var(--_success) 45%, transparent);
    border-radius: var(--_radius);
    gap: calc(var(--_space) * 3);
  }
  .sent :is(h1, h2, h3, h4, h5, h6) {
    color: var(--_success);
  }
  .sent :is(h1, h2, h3, h4, h5, h6)::before {
    content: '✓ ' / '';
  }
  .reference {
    font-size: 1.625em;
    font-weight: 650;
    letter-spacing: 0.06em;
    font-variant-numeric: tabular-nums;
  }
`;
