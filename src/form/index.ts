export {
  defineForm,
  required,
  type Answers,
  type Attached,
  type ConsentField,
  type Field,
  type FieldState,
  type Form,
  type Option,
  type Surroundings,
} from './define-form.js';
export { FormController, type FormWords, type PostingElement } from './form-controller.js';
export { PostingWidget } from './posting-widget.js';
export { busy, type Status } from './status.js';
export { en as formEn } from './messages/en.js';
export { Steps, type Course, type Step } from './steps/steps.js';
