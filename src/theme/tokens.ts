import { css } from '@lit/reactive-element';

/**
 * The public `--clinic-*` properties and their defaults. A page sets them on `:root` or on a
 * widget. Each is copied to a private property, because a default on `:host` would hide a value set
 * further out.
 */
export const tokens = css`
  :host {
    --_font: var(
      --clinic-font,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Helvetica Neue',
      Arial,
      sans-serif
    );
    --_size: var(--clinic-font-size, 16px);
    --_line: var(--clinic-line-height, 1.5);
    --_text: var(--clinic-color-text, light-dark(#1c2b33, #e6edf0));
    --_muted: var(--clinic-color-muted, light-dark(#52616b, #a9b8c1));
    --_surface: var(--clinic-color-surface, transparent);
    --_field: var(--clinic-color-field, light-dark(#ffffff, #17232a));
    --_border: var(--clinic-color-border, light-dark(#6b7a85, #8496a2));
    --_accent: var(--clinic-color-accent, light-dark(#1d6b5b, #6fd0b8));
    --_on-accent: var(--clinic-color-on-accent, light-dark(#ffffff, #06241d));
    --_focus: var(--clinic-color-focus, light-dark(#b45309, #ffb866));
    --_error: var(--clinic-color-error, light-dark(#b3261e, #ff9d94));
    --_success: var(--clinic-color-success, light-dark(#1b6e3c, #7fd6a0));
    --_warning: var(--clinic-color-warning, light-dark(#8a5a00, #f0c05e));
    --_radius: var(--clinic-radius, 8px);
    --_space: var(--clinic-space, 4px);
    --_border-width: var(--clinic-border-width, 1.5px);
    --_target: max(44px, var(--clinic-target, 48px));
    --_width: var(--clinic-width, 40em);
    --_shadow: var(--clinic-shadow, none);
  }
`;
