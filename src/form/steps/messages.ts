/** Messages of a form in steps, in addition to those of every form. */
export const en = {
  'step.progress': 'Step {step} of {steps}',
  'step.check': 'Review your answers',
  'check.lost': 'We can’t show your answers right now. Go back to review them.',
  back: 'Back',
  continue: 'Continue',
  change: 'Change',
};
