// What the newsletter form is measured against: the same questions as a bare Lit element, without engine, words or sending.
import { LitElement, html, nothing } from 'lit';

class BareSignup extends LitElement {
  static properties = { wrong: { state: true } };

  render() {
    const wrong = this.wrong ?? [];
    return html`<form novalidate @submit=${this.#submit} @input=${this.#input}>
      <label for="email">Email</label>
      ${wrong.includes('email') ? html`<p>Enter your email address.</p>` : nothing}
      <input id="email" type="email" data-field="email" />
      <label
        ><input id="consent" type="checkbox" data-field="consent" /> Send me the newsletter</label
      >
      ${wrong.includes('consent') ? html`<p>Tick the box.</p>` : nothing}
      <button type="submit">Sign up</button>
    </form>`;
  }

  #check() {
    const field = (id) => this.renderRoot.querySelector(`#${id}`);
    return [
      /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(field('email').value) ? '' : 'email',
      field('consent').checked ? '' : 'consent',
    ].filter(Boolean);
  }

  #submit(event) {
    event.preventDefault();
    this.wrong = this.#check();
  }

  #input() {
    if (this.wrong?.length) this.wrong = this.#check();
  }
}
customElements.define('bare-signup', BareSignup);
