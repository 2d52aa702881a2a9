export type { Answer, Answers, Attachment, PickedAnswer } from './answers.js';
export {
  defineForm,
  later,
  notAsked,
  required,
  type ConsentField,
  type Field,
  type FieldContext,
  type FieldName,
  type FieldRules,
  type Form,
  type FormContext,
  type Option,
  type Refusal,
  type RequiredField,
  type SubmissionEvent,
} from './define-form.js';
export { afterPointer, updateAfterPointer } from './after-pointer.js';
export type { FormFlow } from './flow.js';
export { described, group, invalid, single } from './field-frame.js';
export { FormController } from './form-controller.js';
export type { FormOptions, FormWords, PostingElement } from './form-model.js';
export { callView } from './form-view.js';
export { en as formEn } from './messages/en.js';
export { PostingWidget } from './posting-widget.js';
export { busy, type Status } from './status.js';
export type { Step } from './steps/step-flow.js';
export { Steps } from './steps/steps.js';
