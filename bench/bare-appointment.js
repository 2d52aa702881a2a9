// What the appointment form is measured against: the controls it shows as a bare Lit element, without engine, words or sending.
import { LitElement, html, nothing } from 'lit';

const required = ['givenName', 'familyName', 'phone', 'email', 'consent.privacy'];

class BareAppointment extends LitElement {
  static properties = { wrong: { state: true } };

  render() {
    return html`<form novalidate @submit=${this.#submit} @input=${this.#input}>
      ${this.#choice('forWhom', 'This visit is', ['self', 'other'])}
      ${this.#choice('newPatient', 'Is this your first visit?', ['true', 'false'])}
      <fieldset>
        <legend>Days that suit you</legend>
        ${this.#field('preferences.0.day', 'Day', 'date')}
        ${this.#select('preferences.0.time', 'Time', ['any', 'morning', 'noon', 'afternoon'])}
        <button type="button">Add another day</button>
      </fieldset>
      ${this.#field('givenName', 'First name', 'text')}
      ${this.#field('familyName', 'Last name', 'text')} ${this.#field('phone', 'Phone', 'tel')}
      ${this.#field('email', 'Email', 'email')}
      ${this.#choice('contactBy', 'How should we answer?', ['phone', 'text', 'email'])}
      ${this.#select('interpreter', 'Interpreter', ['', 'asl', 'es', 'fr', 'ht', 'pt', 'vi', 'zh'])}
      <fieldset>
        <legend>What would make the visit easier?</legend>
        ${['step-free', 'hearing', 'sight', 'quiet', 'companion'].map((need) =>
          this.#box('access.needs', need, need),
        )}
      </fieldset>
      ${this.#field('access.note', 'Anything else', 'text')}
      <label for="reason">Reason</label><textarea id="reason" data-field="reason"></textarea>
      ${this.#box('consent.privacy', 'true', 'I have read the privacy notice')}
      ${this.#error('consent.privacy')}
      <button type="submit">Send my request</button>
    </form>`;
  }

  #error(name) {
    return this.wrong?.includes(name)
      ? html`<p id=${`${name}-error`}>Please correct this.</p>`
      : nothing;
  }

  #field(name, label, type) {
    const wrong = this.wrong?.includes(name);
    return html`<div>
      <label for=${name}>${label}</label>${this.#error(name)}
      <input
        id=${name}
        type=${type}
        data-field=${name}
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby=${wrong ? `${name}-error` : nothing}
      />
    </div>`;
  }

  #select(name, label, values) {
    return html`<label for=${name}>${label}</label>
      <select id=${name} data-field=${name}>
        ${values.map((value) => html`<option value=${value}>${value || 'Choose one'}</option>`)}
      </select>`;
  }

  #choice(name, legend, values) {
    return html`<fieldset>
      <legend>${legend}</legend>
      ${values.map(
        (value) =>
          html`<label>
            <input type="radio" name=${name} data-field=${name} .value=${value} /> ${value}
          </label>`,
      )}
    </fieldset>`;
  }

  #box(name, value, label) {
    return html`<label>
      <input type="checkbox" data-field=${name} .value=${value} /> ${label}
    </label>`;
  }

  #check() {
    const control = (name) => this.renderRoot.querySelector(`[data-field="${name}"]`);
    return required.filter((name) => {
      const { type, checked, value } = control(name);
      if (type === 'checkbox') return !checked;
      return type === 'email' ? !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value) : !value.trim();
    });
  }

  #submit(event) {
    event.preventDefault();
    this.wrong = this.#check();
  }

  #input() {
    if (this.wrong?.length) this.wrong = this.#check();
  }
}
customElements.define('bare-appointment', BareAppointment);
