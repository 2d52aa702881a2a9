import { css } from '@lit/reactive-element';

/**
 * Styles of the sending state, the confirmation and the idle warning, loaded with the submission
 * because they are not needed before.
 */
export const styles = css`
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
