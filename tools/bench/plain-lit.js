// What our newsletter form is measured against: the same three questions as a plain Lit element, without engine, words or sending.
import { LitElement, html, nothing } from 'lit';

class PlainSignup extends LitElement {
  static properties = { wrong: { state: true } };

  render() {
    const wrong = this.wrong ?? [];
    return html`<form novalidate @submit=${this.#submit} @input=${this.#input}>
      <label for="email">Email</label>
      ${wrong.includes('email') ? html`<p>Enter your email address.</p>` : nothing}
      <input id="email" type="email" />
      <label><input id="consent" type="checkbox" /> Send me the newsletter</label>
      ${wrong.includes('consent') ? html`<p>Tick the box.</p>` : nothing}
      <button type="submit">Sign up</button>
    </form>`;
  }

  firstUpdated() {
    performance.mark('interactive');
  }

  #judge() {
    const field = (id) => this.renderRoot.querySelector(`#${id}`);
    return [
      /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(field('email').value) ? '' : 'email',
      field('consent').checked ? '' : 'consent',
    ].filter(Boolean);
  }

  #submit(event) {
    event.preventDefault();
    this.wrong = this.#judge();
  }

  #input() {
    if (this.wrong?.length) this.wrong = this.#judge();
  }
}
customElements.define('plain-signup', PlainSignup);
