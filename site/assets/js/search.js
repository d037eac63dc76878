// The search's dialog: loaded by glassy.js at its first use, with its style and what finds pages.
(() => {
  const doc = document;
  const { word } = glassy;
  const button = doc.querySelector('.search');
  if (!button || doc.querySelector('.search-box')) return;
  const here = doc.currentScript.src;
  const loaded = (name, attributes) => new Promise((onload, onerror) => {
    doc.head.append(Object.assign(doc.createElement(name), { ...attributes, onload, onerror }));
  });
  const style = loaded('link', { rel: 'stylesheet', href: new URL('../css/search.css', here) });
  const finder = loaded('script', { src: new URL('search-find.js', here) });

  const box = doc.createElement('dialog');
  box.className = 'search-box';
  box.setAttribute('aria-label', word('search'));
  box.innerHTML = `<div class="search-field"><input type="text" role="combobox" aria-label="${word('search')}" aria-autocomplete="list" aria-controls="glassy-search-results" aria-expanded="false" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="go" placeholder="${word('search')}"><button class="tool" type="button"><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18"/></svg><kbd>Esc</kbd> <span class="hidden">${word('close_search')}</span></button></div>
<p role="status"></p>
<div id="glassy-search-results" role="listbox" aria-label="${word('results')}"></div>
<p class="search-keys" aria-hidden="true"><kbd>↑</kbd> <kbd>↓</kbd> ${word('to_choose')} <kbd>Enter</kbd> ${word('to_open')}</p>`;
  const [input, close, status, list] = ['input', 'button', '[role=status]', '[role=listbox]'].map(selector => box.querySelector(selector));
  input.before(button.querySelector('svg').cloneNode(true));
  doc.body.append(box);

  /* Results */

  const snippetLength = 170;
  const windowOf = (text, marks) => {
    if (!marks.length) return [0, snippetLength];
    const many = marks.map(([start], i) => {
      const leaves = new Set();
      for (let k = i; k < marks.length && marks[k][1] < start + snippetLength - 50; k++) leaves.add(marks[k][2]);
      return leaves.size;
    });
    const start = marks[many.indexOf(Math.max(...many))][0];
    if (start < 50) return [0, snippetLength];
    const from = text.lastIndexOf(' ', start - 30) + 1;
    const begin = start - from > 60 ? start - 30 : from;
    return [begin, begin + snippetLength];
  };
  const marked = (element, text, marks, begin = 0, end = text.length) => {
    let at = begin;
    if (begin) element.append('…');
    for (const [start, stop] of marks) {
      if (start < at || stop > end) continue;
      const mark = doc.createElement('mark');
      mark.textContent = text.slice(start, stop);
      element.append(text.slice(at, start), mark);
      at = stop;
    }
    if (end < text.length) {
      const space = text.lastIndexOf(' ', end);
      element.append(`${text.slice(at, Math.max(at, end - space > 30 ? end : space))}…`);
    } else {
      element.append(text.slice(at));
    }
    return element;
  };

  const make = (name, properties, ...children) => {
    const element = Object.assign(doc.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const say = (element, text, marks) => marked(element, text, marks(text));
  const snippet = (text, marks) => {
    const found = marks(text);
    return marked(make('span', { className: 'search-text' }), text, found, ...windowOf(text, found));
  };

  let options = [], current = -1;
  const choose = index => {
    options[current]?.setAttribute('aria-selected', 'false');
    current = index;
    const option = options[current];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id); else input.removeAttribute('aria-activedescendant');
  };
  const option = (href, ...children) => {
    const link = make('a', { href, id: `search-option-${options.length}`, tabIndex: -1 }, ...children);
    link.setAttribute('role', 'option');
    link.setAttribute('aria-selected', 'false');
    options.push(link);
    return link;
  };
  const group = (page, marks) => {
    const title = say(make('span', { className: 'search-title' }), page.title, marks);
    const trail = page.trail ? [make('span', { className: 'search-trail' }, page.trail)] : [];
    const whole = make('div', {}, option(page.href, ...trail, title, ...page.intro ? [snippet(page.intro, marks)] : []));
    whole.setAttribute('role', 'group');
    whole.setAttribute('aria-label', page.title);
    for (const { heading, anchor, text } of page.sections) {
      whole.append(option(`${page.href}#${encodeURIComponent(anchor)}`, say(make('span', { className: 'search-heading' }), heading, marks), ...text ? [snippet(text, marks)] : []));
    }
    return whole;
  };
  const show = (query, { count, pages, hits }) => {
    options = [];
    current = -1;
    const marks = window.glassySearch.marker(hits);
    list.replaceChildren(...pages.map(page => group(page, marks)));
    list.scrollTop = 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
    choose(!options.length ? -1 : pages[0].isWhole ? 0 : 1); // a page that is found only by a section begins with it
    status.textContent = count > pages.length ? word('best_shown', { count, shown: pages.length })
      : count ? word('pages', { count })
      : query ? word('nothing_found', { query })
      : word('searched');
  };

  let asked = 0;
  const ask = async () => {
    const turn = ++asked;
    const query = input.value.trim();
    try {
      await finder;
      const found = await window.glassySearch.find(input.value);
      if (turn === asked) show(query, found);
    } catch {
      if (turn === asked) status.textContent = word('no_index');
    }
  };

  /* The dialog */

  const go = link => { box.close(); location.assign(link.href); };
  input.addEventListener('input', ask);
  input.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (step && options.length) choose((current + step + options.length) % options.length);
    else if (event.key === 'Enter' && options[current]) {
      if (event.ctrlKey || event.metaKey) open(options[current].href); else go(options[current]);
    } else return;
    event.preventDefault();
  });
  list.addEventListener('pointermove', ({ target }) => {
    const index = options.indexOf(target.closest('a'));
    if (index >= 0 && index !== current) choose(index);
  });
  box.addEventListener('click', event => {
    const link = event.target.closest('a');
    if (link && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      go(link);
    } else if (event.target === box || close.contains(event.target)) box.close();
  });

  button.onclick = async () => {
    await Promise.race([style.catch(() => {}), new Promise(done => setTimeout(done, 1000))]); // without its style, or while it is awaited for long, the search still works
    if (box.open) return;
    box.showModal();
    const typed = glassy.typed();
    if (typed) input.value = typed; else input.select();
    ask();
  };
  button.onclick();
})();
