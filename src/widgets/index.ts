/** All widgets, one per line. Read by the loader, the build and the tests. */
export { ClinicFaq } from './clinic-faq/clinic-faq.js';
export { AppointmentForm } from './appointment-form/appointment-form.js';
export { InsuranceCheck } from './insurance-check/insurance-check.js';
export { NewsletterSignup } from './newsletter-signup/newsletter-signup.js';
