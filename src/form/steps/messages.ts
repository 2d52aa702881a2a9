/** Words of a form that asks step by step. Other languages come whole. */
export const steps = {
  'step.progress': 'Step {step} of {steps}',
  'step.check': 'Check your answers',
  'check.lost': 'We cannot show your answers here just now. Go back to look at them.',
  back: 'Back',
  continue: 'Continue',
  change: 'Change',
};
