import { css } from '@lit/reactive-element';

export const styles = css`
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
