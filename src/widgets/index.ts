/** Every widget there is, one line each. The loader, the build and the tests read it. */
export { ClinicFaq } from './clinic-faq/clinic-faq.js';
export { AppointmentForm } from './appointment-form/appointment-form.js';
export { InsuranceCheck } from './insurance-check/insurance-check.js';
export { NewsletterSignup } from './newsletter-signup/newsletter-signup.js';
