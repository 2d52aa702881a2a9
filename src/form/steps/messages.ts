/** Words of a form that asks step by step, beside those that every form has. */
export const en = {
  'step.progress': 'Step {step} of {steps}',
  'step.check': 'Review your answers',
  'check.lost': 'We can’t show your answers right now. Go back to review them.',
  back: 'Back',
  continue: 'Continue',
  change: 'Change',
};
