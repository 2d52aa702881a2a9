/** Every widget there is, one line each. The loader, the build and the tests read it. */
export { NewsletterSignup } from './newsletter-signup/newsletter-signup.js';
