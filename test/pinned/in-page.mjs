/**
 * Runs in the page before its scripts: a clock that stands still until a scenario moves it, and ears for all that the contract says is
 * seen from outside.
 *
 * Pauses of up to 50 ms are let run, so that the page can work; longer ones end only when the clock is moved.
 * @param {{ begin: number, events: string[], hosts: string }} options `hosts`: a selector of the widgets
 */
export function install({ begin, events, hosts }) {
  const real = {
    setTimeout: window.setTimeout.bind(window),
    clearTimeout: window.clearTimeout.bind(window),
  };
  let now = begin;
  let last = 1_000_000_000;
  const timers = new Map();
  const log = [];
  let activity = 0;
  let pending = 0;
  const add = (entry) => {
    activity++;
    log.push(entry);
  };

  // — the clock —

  const later = (wait, every, run) => {
    timers.set(++last, { at: now + wait, every, run });
    activity++;
    return last;
  };
  window.setTimeout = (run, wait = 0, ...rest) =>
    wait > 50 ? later(Number(wait), 0, () => run(...rest)) : real.setTimeout(run, wait, ...rest);
  window.setInterval = (run, wait = 0, ...rest) =>
    later(Math.max(Number(wait), 1), Math.max(Number(wait), 1), () => run(...rest));
  window.clearTimeout = window.clearInterval = (id) => {
    if (!timers.delete(id)) real.clearTimeout(id);
  };
  window.requestIdleCallback = (run) =>
    later(60, 0, () => run({ didTimeout: false, timeRemaining: () => 50 }));
  window.cancelIdleCallback = (id) => timers.delete(id);
  const RealDate = Date;
  window.Date = class extends RealDate {
    constructor(...given) {
      if (given.length) super(...given);
      else super(now);
    }
    static now() {
      return now;
    }
  };
  performance.now = () => now - begin + 1000;
  Math.random = () => 0.5;

  const turn = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done();
      port2.postMessage(0);
    });

  /** Moves the clock on; stops where a request begins, so that it is answered first. What is left of the time. */
  async function advance(time) {
    const end = now + time;
    const before = started;
    for (;;) {
      const [id, due] =
        [...timers]
          .filter(([, { at }]) => at <= end)
          .sort(([one, { at }], [other, { at: then }]) => at - then || one - other)[0] ?? [];
      if (!due) break;
      now = Math.max(now, due.at);
      if (due.every) due.at += due.every;
      else timers.delete(id);
      due.run();
      for (let turns = 0; turns < 4; turns++) await turn();
      if (started !== before) return { left: end - now, now };
    }
    now = end;
    return { left: 0, now };
  }

  // — requests —

  let started = 0;
  const fetchIt = window.fetch;
  window.fetch = function (input, init) {
    started++;
    pending++;
    const method = init?.method ?? input?.method ?? 'GET';
    if (method !== 'GET')
      add(['send', `${method} ${new URL(input?.url ?? input, location.href).pathname}`]);
    const answer = fetchIt.call(window, input, init);
    const end = () => {
      activity++;
      pending--;
    };
    answer.then(end, end);
    return answer;
  };
  const beacon = navigator.sendBeacon?.bind(navigator);
  if (beacon)
    navigator.sendBeacon = (url, data) => {
      add(['send', `beacon ${new URL(url, location.href).pathname}`]);
      return beacon(url, data);
    };

  // — events —

  for (const type of events)
    window.addEventListener(type, (event) => {
      const flags = [
        event.bubbles && 'bubbles',
        event.composed && 'composed',
        event.cancelable && 'cancelable',
      ].filter(Boolean);
      add(['event', type, JSON.stringify(event.detail), flags.join(' ')]);
    });
  for (const type of ['close'])
    document.addEventListener(
      type,
      (event) => event.target.matches?.(hosts) && add(['event', type, 'null', '']),
      true,
    );

  // — roots —

  const roots = new Set();
  const live = '[role="status"], [role="alert"], [role="timer"], [role="log"], [aria-live]';
  const said = new WeakMap();
  let spoken = [];
  const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  const listen = (root) => {
    for (const element of root.querySelectorAll(live)) {
      const before = said.get(element) ?? '';
      const words = text(element);
      if (words === before) continue;
      said.set(element, words);
      spoken.push({ element, name: describe(element), is: words ? 'text' : 'empty' });
    }
  };
  const moved = new WeakSet();
  const onFocus = (event) => {
    if (moved.has(event)) return;
    moved.add(event);
    const name = describe(event.composedPath()[0]);
    if (
      log.findLast(([kind]) => kind === 'focus')?.[1] !== name ||
      event.composedPath()[0].matches('[role=radio], input')
    )
      add(['focus', name]);
  };
  const watch = (root) => {
    roots.add(root);
    root.addEventListener('focusin', onFocus, true);
    new MutationObserver(() => {
      activity++;
      listen(root);
    }).observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    watch(root);
    return root;
  };
  watch(document);

  // — what is seen —

  const parentOf = (element) => element.parentElement ?? element.getRootNode().host;
  const nearest = (element, selector) => {
    for (let at = element; at; at = parentOf(at)) if (at.matches(selector)) return at;
    return undefined;
  };
  /** An element by what the contract promises of it. */
  function describe(element) {
    if (!element || element === document.body || element === document.documentElement)
      return 'page';
    const host = nearest(element, hosts);
    if (!host) return `page ${element.localName}`;
    const names = [];
    const { field } = element.dataset;
    if (field)
      names.push(
        `field=${field}${/^(radio|checkbox)$/.test(element.type) ? `[${element.value}]` : ''}`,
      );
    if (element.getAttribute('part')) names.push(`part=${parts(element)}`);
    if (element.getAttribute('role')) names.push(`role=${element.getAttribute('role')}`);
    if (names.length === 0) {
      const around = nearest(element, '[data-field]');
      names.push(native.test(element.localName) ? element.localName : 'text');
      if (around) names.push(`in field=${around.dataset.field}`);
    }
    return `${host.localName}: ${element === host ? 'host' : names.join(' ')}`;
  }
  const parts = (element) => element.getAttribute('part').trim().split(/\s+/).sort().join('+');
  const native =
    /^(form|fieldset|legend|input|select|textarea|button|a|h[1-6]|dialog|details|summary|progress|slot|table)$/;
  const worded = /^(legend|button|a|h[1-6]|summary)$/;
  const named = ['labelledby', 'describedby', 'controls', 'activedescendant', 'details', 'owns'];

  function refers(element, name) {
    const root = element.getRootNode();
    return element
      .getAttribute(name)
      .split(/\s+/)
      .filter(Boolean)
      .map((id) => {
        const target = root.getElementById(id);
        if (!target) return 'missing';
        return target.getAttribute('part')
          ? parts(target)
          : (target.getAttribute('role') ?? 'text');
      })
      .join(',');
  }
  const visible = (element) => element.checkVisibility({ visibilityProperty: true });

  function line(element) {
    const { localName: tag } = element;
    const aria = [...element.attributes].filter(({ name }) => name.startsWith('aria-'));
    const role = element.getAttribute('role');
    const { field } = element.dataset;
    const isSlot = tag === 'slot' && /^(before|between|after)$/.test(element.name);
    const interesting =
      field ||
      role ||
      aria.length ||
      element.hasAttribute('part') ||
      (native.test(tag) && tag !== 'slot') ||
      isSlot;
    if (!interesting || (tag === 'a' && !element.hasAttribute('href'))) return undefined;
    const out = [native.test(tag) ? tag : '*'];
    const put = (name, value = '') => out.push(value === '' ? name : `${name}=${value}`);
    if (element.getAttribute('part')) put('part', parts(element));
    if (field) put('field', field);
    if (role) put('role', role);
    if (isSlot) put('name', element.name);
    if (tag === 'input' || tag === 'button') put('type', element.type);
    if (tag === 'input' || tag === 'select' || tag === 'textarea') {
      const choice = /^(radio|checkbox)$/.test(element.type);
      if (choice) put('value', element.value);
      if (choice ? element.checked : element.value !== '') put(choice ? 'checked' : 'filled');
      if (tag === 'select')
        put('options', [...element.options].map(({ value }) => value).join(','));
      for (const name of ['required', 'readOnly', 'disabled', 'multiple'])
        if (element[name]) put(name.toLowerCase());
      for (const name of [
        'autocomplete',
        'inputmode',
        'min',
        'max',
        'maxlength',
        'accept',
        'autocapitalize',
        'spellcheck',
      ])
        if (element.hasAttribute(name)) put(name, element.getAttribute(name));
      if (!element.labels?.length && !element.hasAttribute('aria-label')) put('no-label');
    }
    if (tag === 'progress') put(`${element.value}/${element.max}`);
    if (tag === 'a') put('href', element.getAttribute('href').replaceAll(location.origin, ''));
    if (/^(details|dialog)$/.test(tag) && element.open)
      put(tag === 'dialog' && element.matches(':modal') ? 'modal' : 'open');
    if (
      element.tabIndex !== -1 &&
      !/^(input|select|textarea|button|a|summary|details|dialog)$/.test(tag)
    )
      put('tabbable');
    if (/^(input|select|textarea|button|a)$/.test(tag) && element.tabIndex < 0) put('tab-skips');
    for (const { name, value } of aria.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const short = name.slice(5);
      if (named.includes(short)) put(name, refers(element, name));
      else if (
        /^(label|valuetext|description|roledescription|placeholder|braillelabel)$/.test(short)
      )
        put(name, value.trim() ? 'text' : 'empty');
      else put(name, value);
    }
    if (element.hasAttribute('lang')) put('lang', element.lang);
    if (element.hasAttribute('dir')) put('dir', element.dir);
    const leaf =
      worded.test(tag) ||
      /label|hint|error|status|summary|heading|progress/.test(element.getAttribute('part') ?? '');
    if (leaf || role === 'option' || element.matches(live)) put(text(element) ? 'text' : 'no-text');
    if (!visible(element)) put('hidden');
    return out.join(' ');
  }

  /** All that the contract names in a widget, in document order. */
  function outline(host) {
    const lines = [];
    const walk = (node) => {
      for (const element of node.children) {
        const drawn = line(element);
        if (drawn) lines.push(drawn);
        // What is inside a picture or a list of options has no name of its own.
        if (element.localName === 'select' || element.localName === 'svg') continue;
        if (element.shadowRoot) walk(element.shadowRoot);
        walk(element);
      }
    };
    if (host.shadowRoot) walk(host.shadowRoot);
    lines.push('light:');
    walk(host);
    return lines;
  }

  const states = ['ready', 'open', 'sending', 'sent', 'failed', 'invalid', 'dialog', 'floating'];
  const widgets = () => {
    const found = [];
    const walk = (root) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches(hosts)) found.push(element);
        else if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document);
    return found;
  };
  const deepFocus = () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  };

  function* deep(root, selector) {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches(selector)) yield element;
      if (element.shadowRoot) yield* deep(element.shadowRoot, selector);
    }
  }

  window.pinned = {
    advance,
    activity: () => ({ activity, pending }),
    add,
    /**
     * A control of a widget, found through all open roots in document order. `outer >>> inner` looks inside what the first finds,
     * `one ^^^ other` in the whole root in which that stands.
     */
    find: (host, path, at = 0) => {
      const element = widgets().find(
        ({ localName, id }) => localName === host || `#${id}` === host,
      );
      if (!element) return undefined;
      const inside = (root, selector) =>
        [
          ...(root.shadowRoot ? deep(root.shadowRoot, selector) : []),
          ...deep(root, selector),
        ].filter(visible);
      const parts = path.split(/ (>>>|\^\^\^) /);
      let found = inside(element, parts[0]);
      for (let part = 1; part < parts.length && found.length; part += 2) {
        const root = parts[part] === '>>>' ? found[0] : found[0].getRootNode();
        found = inside(root, parts[part + 1]);
      }
      return found.at(at);
    },
    /** Until nothing has happened for so many pictures in a row. */
    quiet: async (rounds, waiting) => {
      let before = -1;
      for (let same = 0, round = 0; same < rounds && round < 60; round++) {
        await new Promise((done) => requestAnimationFrame(done));
        await turn();
        await turn();
        const resting = activity === before && pending <= waiting;
        same = resting ? same + 1 : 0;
        before = activity;
      }
      return { activity, pending };
    },
    take: () => {
      const entries = log.splice(0);
      // One that has come and gone again may or may not have been drawn.
      const heard = spoken
        .filter(({ element }) => element.isConnected)
        .map(({ name, is }) => [name, is]);
      spoken = [];
      return {
        entries,
        heard,
        focus: describe(deepFocus()),
        hosts: widgets().map((host) => ({
          tag: host.localName,
          id: host.id,
          root: host.shadowRoot ? 'open' : 'closed or none',
          attributes: [...host.attributes]
            .filter(({ name }) => name !== 'style' && name !== 'class')
            .map(({ name, value }) => (value ? `${name}=${value}` : name))
            .sort(),
          states: states.filter((state) => host.matches(`:state(${state})`)),
          outline: outline(host),
        })),
        page: {
          address: location.pathname + location.search + location.hash,
          title: document.title ? 'text' : 'empty',
          history: history.length,
          ...(location.protocol === 'http:' && {
            local: Object.keys(localStorage).sort(),
            session: Object.entries(sessionStorage)
              .map(([key, value]) => `${key}=${value}`)
              .sort(),
            cookies: document.cookie,
          }),
          globals: window.clinicWidgets ? Object.keys(window.clinicWidgets).sort() : [],
          body: document.body?.children.length ? 'content' : 'empty',
        },
      };
    },
  };
}
