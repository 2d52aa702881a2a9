import { css } from '@lit/reactive-element';
import { formStyles } from '../../theme/index.js';

/**
 * The tokens are inherited from the widget. The form styles come first, then the styles of the
 * times.
 */
export const styles = [
  formStyles,
  css`
    :host {
      display: block;
    }
    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }
    .all,
    .choice,
    .times,
    .taken,
    .taken ul {
      display: flex;
      flex-direction: column;
      gap: calc(var(--_space) * 3);
    }
    ul,
    [part='heading'] {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    [part='heading'] {
      font-size: 1.125em;
      font-weight: 650;
      line-height: 1.3;
    }
    [part='heading']::first-letter,
    #month::first-letter {
      text-transform: uppercase;
    }
    .part > * {
      margin-block-end: calc(var(--_space) * 2);
      font-weight: 500;
    }
    .part > *,
    .others,
    small,
    .moment span {
      color: var(--_muted);
      font-size: 0.9375em;
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
      box-shadow: 0 0 0 2px var(--_field);
    }
    [tabindex='-1']:focus:not(button, textarea) {
      outline: none;
      box-shadow: none;
    }
    .chip,
    .way,
    .earliest,
    .cell {
      min-block-size: var(--_target);
      padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
      border: var(--_border-width) solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_field);
      color: var(--_text);
      line-height: 1.25;
    }
    .earliest,
    .way {
      border-color: var(--_accent);
      color: var(--_accent);
      font-weight: 600;
      text-align: start;
      text-decoration: none;
    }
    .earliest small {
      margin-block-start: var(--_space);
      font-weight: 400;
    }
    .way {
      display: inline-flex;
      align-items: center;
    }
    .ways,
    .clock,
    .clock > div {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 2);
    }
    .clock {
      align-items: center;
      justify-content: space-between;
    }
    :is(.chip, .way, .earliest):hover {
      border-color: var(--_accent);
    }
    [aria-pressed='true'],
    [aria-selected='true'] > .cell {
      background: var(--_accent);
      border-color: var(--_accent);
      color: var(--_on-accent);
    }
    :is([aria-pressed='true'], [aria-selected='true'] > .cell) small {
      color: inherit;
    }
    .others .quiet {
      margin: 0;
    }
    .strip,
    .grid,
    .skeleton {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(5.75em, 1fr));
      gap: calc(var(--_space) * 2);
    }
    .grid.long {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5em), 1fr));
    }
    .chip,
    .cell {
      text-align: center;
    }
    .chip > * {
      display: block;
    }
    b,
    .held {
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
    .day small,
    th {
      font-size: 0.8125em;
    }
    .skeleton i {
      block-size: calc(var(--_target) * 1.5);
      border-radius: var(--_radius);
      background: color-mix(in srgb, var(--_border) 18%, transparent);
    }
    .when {
      display: grid;
      gap: calc(var(--_space) * 5);
    }
    .when:has(table) {
      /* Seven days, each wide enough for a thumb. */
      grid-template-columns: minmax(324px, 5fr) minmax(0, 4fr);
    }
    .months {
      display: flex;
      align-items: center;
      justify-content: space-between;
      font-weight: 650;
    }
    .turn {
      display: grid;
      place-items: center;
      inline-size: var(--_target);
      padding: 0;
    }
    .turn:not(.after):dir(rtl) svg,
    .turn.after:dir(ltr) svg {
      transform: scaleX(-1);
    }
    [aria-disabled='true'] {
      opacity: 0.45;
      cursor: default;
    }
    table {
      inline-size: 100%;
      margin-block-start: calc(var(--_space) * 2);
      border-spacing: 2px;
      table-layout: fixed;
    }
    th {
      padding: var(--_space) 0;
      color: var(--_muted);
      font-weight: 500;
    }
    td {
      padding: 0;
    }
    .cell {
      display: grid;
      align-content: center;
      inline-size: 100%;
      min-block-size: max(44px, 2.75em);
      padding: 2px 0;
      font-weight: 600;
    }
    .cell[aria-disabled='true'] {
      border-color: transparent;
      background: none;
      opacity: 1;
      color: var(--_muted);
      font-weight: 400;
    }
    .choice {
      padding: calc(var(--_space) * 4);
      border: var(--_border-width) solid var(--_accent);
      border-radius: var(--_radius);
      align-items: flex-start;
    }
    .moment {
      inline-size: 100%;
    }
    .moment span,
    .earliest small {
      display: block;
    }
    .moment textarea {
      display: block;
      field-sizing: content;
      inline-size: 100%;
      margin: 0;
      padding: 0;
      min-block-size: 0;
      border: 0;
      border-radius: 2px;
      resize: none;
      overflow: hidden;
      background: none;
      font-weight: 600;
    }
    .expired,
    .taken {
      padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
      border-inline-start: 4px solid var(--_warning);
      border-radius: 2px;
      background: color-mix(in srgb, var(--_warning) 9%, transparent);
    }
    .taken p:first-child {
      font-weight: 600;
    }
    .taken .way {
      inline-size: 100%;
    }
    .all:not(:has(> :not(.unseen))) {
      display: contents;
    }
    @media (forced-colors: active) {
      :focus-visible {
        outline-color: Highlight;
      }
      [aria-pressed='true'],
      [aria-selected='true'] > .cell {
        outline: 2px solid Highlight;
        outline-offset: -4px;
      }
      [aria-disabled='true'] {
        color: GrayText;
        opacity: 1;
      }
    }
  `,
].flat();
