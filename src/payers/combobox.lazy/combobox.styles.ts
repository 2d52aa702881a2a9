import { css } from '@lit/reactive-element';

export const styles = css`
  .combobox {
    position: relative;
  }
  .payers {
    position: absolute;
    z-index: 1;
    inset-inline: 0;
    inset-block-start: calc(100% + var(--_space));
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_field);
    color: var(--_text);
    overflow: hidden;
    box-shadow: var(--clinic-shadow, 0 8px 24px rgb(0 0 0 / 18%));
  }
  .payers[hidden] {
    display: none;
  }
  .payers [role='listbox'] {
    max-block-size: min(20em, 60vh);
    overflow-y: auto;
    overscroll-behavior: contain;
    /* What is scrolled to must not lie behind the two answers that stay in sight. */
    scroll-padding-block-end: calc(var(--_target) * 2);
  }
  .payers [role='option'] {
    display: flex;
    flex-direction: column;
    justify-content: center;
    min-block-size: var(--_target);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    line-height: 1.3;
    cursor: pointer;
  }
  .payers [role='option'][hidden] {
    display: none;
  }
  .payers [role='option']:hover {
    background: color-mix(in srgb, var(--_accent) 8%, transparent);
  }
  .payers [role='option'][aria-selected='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .payers small,
  .payers .note {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .payers [aria-selected='true'] small {
    color: inherit;
  }
  .payers .note {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }
  .payers .others {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8em), 1fr));
    position: sticky;
    inset-block-end: 0;
    border-block-start: 1px solid color-mix(in srgb, var(--_border) 40%, transparent);
    background: var(--_field);
    color: var(--_accent);
    font-weight: 600;
  }
  .payers-next:not(:empty) {
    margin-block-start: calc(var(--_space) * 1.5);
  }
  @media (forced-colors: active) {
    .payers [role='option'][aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
