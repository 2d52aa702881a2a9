/** Parts of widgets that have stories of their own, in `stories/<name>.stories.ts`. */
export const parts = ['coverage-card', 'card-photos', 'payer-combobox', 'slot-picker'];
