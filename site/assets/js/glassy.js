// Comfort only: every page is whole without this file.
(() => {
  const doc = document;
  const root = doc.documentElement;
  const { word } = Object.assign(window.glassy, {
    // What is said; the build puts the words before this script.
    word: (key, values = {}) => [glassy.words[key]].flat().at(values.count === 1 ? 0 : -1).replace(/\{(\w+)\}/g, (_, name) => values[name]),
    number: (value, options) => value.toLocaleString(root.lang, options),
    percent: (share, digits) => glassy.number(share, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }),
  });
  const all = (selector, within = doc) => [...within.querySelectorAll(selector)];

  // Theme: the system's until the reader chooses.
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const toggle = doc.querySelector('.theme');
  const isDark = () => (root.dataset.theme ?? (dark.matches ? 'dark' : 'light')) === 'dark';
  const name = () => toggle?.setAttribute('aria-label', word(isDark() ? 'switch_to_light' : 'switch_to_dark'));
  toggle?.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try { localStorage.setItem('theme', root.dataset.theme); } catch { /* storage may be forbidden: the choice lasts for this page */ }
    name();
  });
  dark.addEventListener('change', name);
  name();

  // The announcement.
  const news = doc.querySelector('.announcement');
  news?.querySelector('button').addEventListener('click', () => {
    root.classList.add('announced');
    try { localStorage.setItem('announcement', news.dataset.id); } catch { /* storage may be forbidden: it is closed on this page */ }
  });

  // The navbar's menus close when the reader turns elsewhere.
  const menus = all('.bar details');
  const leave = event => menus.forEach(menu => {
    if (!menu.open || (event.key ? event.key !== 'Escape' : menu.contains(event.target))) return;
    menu.open = false;
    if (event.key) menu.firstElementChild.focus();
  });
  if (menus.length) ['click', 'keydown', 'focusin'].forEach(kind => doc.addEventListener(kind, leave));

  // Opened from disk, links must name files: folders show no page there.
  const { src: source, dataset: { pageFile = '/index.html' } } = doc.currentScript;
  if (location.protocol === 'file:') {
    all('a[href]').forEach(link => {
      const url = new URL(link.href);
      if (url.protocol === 'file:' && !/\.[a-z][a-z0-9]*$/i.test(url.pathname)) {
        url.pathname += url.pathname.endsWith('/') ? 'index.html' : pageFile;
        link.href = url;
      }
    });
  }

  // Scripts for what few readers use come on first use.
  const loads = {};
  const load = name => loads[name] ??= new Promise((done, fail) => {
    const script = Object.assign(doc.createElement('script'), { src: new URL(`${name}.js`, source) });
    script.onload = () => done(glassy[name]);
    script.onerror = () => { loads[name] = null; fail(); }; // the next use tries again
    doc.head.append(script);
  });

  // Search: its script takes the button over; what is typed until then is kept for it.
  const search = doc.querySelector('.search');
  if (search) {
    let typed = null;
    glassy.typed = () => { const text = typed; typed = null; return text; };
    search.onclick = () => {
      typed ??= '';
      load('search').catch(glassy.typed);
    };
    addEventListener('keydown', event => {
      if (typed !== null && event.key.length === 1 && !event.altKey && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        typed += event.key;
        return;
      }
      const isKey = event.key === '/' ? !event.target.closest('input, textarea, select, [contenteditable]') : event.key === 'k';
      if (!isKey || event.altKey || (event.ctrlKey || event.metaKey) !== (event.key === 'k')) return;
      event.preventDefault();
      search.click();
    });
  }

  // The confusion matrix and the explorer of wrong predictions.
  const matrices = all('.matrix');
  if (matrices.length) {
    const wake = event => {
      const link = event.target.closest('.matrix td a');
      if (event.type === 'click' && link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        load('matrix').then(open => open(link));
      } else if (event.target.closest('.matrix')) {
        load('matrix');
      }
    };
    ['click', 'focusin'].forEach(kind => doc.addEventListener(kind, wake));
    if (location.hash.startsWith('#cm-')) load('matrix');
  }
  if (doc.querySelector('.explorer')) load('explore');
  if (doc.querySelector('.sortable')) load('runs');

  // Code: copy, and wrap where lines are longer than the box.
  const icons = doc.getElementById('glassy-icons')?.content;
  const button = (name, label, act) => {
    const element = Object.assign(doc.createElement('button'), { type: 'button', className: name, ariaLabel: label, title: label });
    element.append(...all(`.${name}-icon, .done-icon`, icons).filter(i => name === 'copy' || i.matches(`.${name}-icon`)).map(i => i.cloneNode(true)));
    element.addEventListener('click', () => act(element));
    return element;
  };
  const copied = (element, label) => {
    element.classList.add('done');
    element.ariaLabel = word('copied');
    setTimeout(() => { element.classList.remove('done'); element.ariaLabel = label; }, 1600);
  };
  if (icons) {
    all('pre').forEach(pre => {
      let box = pre.parentElement;
      if (!box.classList.contains('code')) {
        box = doc.createElement('div');
        box.className = 'code';
        pre.replaceWith(box);
        box.append(pre);
      }
      const tools = doc.createElement('div');
      tools.className = 'code-tools';
      const wrap = button('wrap', word('wrap'), element => element.setAttribute('aria-pressed', pre.classList.toggle('wrapped')));
      wrap.setAttribute('aria-pressed', 'false');
      tools.append(wrap);
      if (navigator.clipboard) {
        tools.append(button('copy', word('copy_code'), async element => {
          await navigator.clipboard.writeText(pre.textContent.replace(/\n$/, ''));
          copied(element, word('copy_code'));
        }));
      }
      const fit = () => { wrap.hidden = !pre.classList.contains('wrapped') && pre.scrollWidth <= pre.clientWidth; };
      new ResizeObserver(fit).observe(pre);
      box.append(tools);
    });

    // The page as Markdown: fetched when it is copied; where that fails, the link leads to it.
    const view = navigator.clipboard && location.protocol !== 'file:' && doc.querySelector('.as-markdown a');
    if (view) {
      const label = word('copy_markdown');
      const status = Object.assign(doc.createElement('span'), { className: 'hidden', role: 'status' });
      const copy = button('copy', label, async element => {
        try {
          const answer = await fetch(view.href);
          if (!answer.ok) throw new Error(answer.status);
          await navigator.clipboard.writeText(await answer.text());
        } catch {
          location = view.href;
          return;
        }
        copied(element, label);
        status.textContent = word('copied_markdown');
        setTimeout(() => { status.textContent = ''; }, 1600);
      });
      copy.append(label);
      view.replaceWith(copy, status);
    }

    // Pictures grow on a click, but for those that lead to a place.
    const enlarge = async (pictures, picture) => (await load('zoom'))(pictures, picture);
    all('figure:is(.tiles:not(.wall), .curve)').forEach(figure => {
      const pictures = () => all('img, svg:not(.icon)', figure);
      figure.querySelector('figcaption')?.append(button('enlarge', word('enlarge'), () => enlarge(pictures(), pictures()[0])));
      figure.addEventListener('click', event => {
        if (event.target.matches('img:not([href*="#"] *)') && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
          event.preventDefault();
          enlarge(pictures(), event.target);
        }
      });
    });
    all('article img').filter(img => img.alt && !img.closest('a, figure, button, summary')).forEach(img => {
      const picture = img.closest('picture') ?? img;
      const frame = Object.assign(doc.createElement('button'), { type: 'button', className: 'zoomable' });
      frame.addEventListener('click', () => enlarge([img], img));
      picture.replaceWith(frame);
      frame.append(picture);
    });
  }

  // Back to the top, once it is far.
  const up = doc.querySelector('.to-top');
  if (up) addEventListener('scroll', () => up.classList.toggle('far', scrollY > 2 * innerHeight), { passive: true });

  // Contents: mark where the reader is.
  const toc = doc.querySelector('.toc');
  if (toc) {
    const links = new Map(all('a', toc).map(link => [decodeURIComponent(link.hash.slice(1)), link]));
    const headings = [...links.keys()].map(id => doc.getElementById(id)).filter(Boolean);
    let current, waiting;
    const mark = () => {
      waiting = false;
      const edge = innerHeight * .25;
      let heading = headings.findLast(h => h.getBoundingClientRect().top <= edge) ?? headings[0];
      if (scrollY > 0 && scrollY + innerHeight >= root.scrollHeight - 2) heading = headings.at(-1);
      if (!heading || heading === current) return;
      if (current) links.get(current.id).removeAttribute('aria-current');
      current = heading;
      const link = links.get(current.id);
      link.setAttribute('aria-current', 'true');
      const top = link.getBoundingClientRect().top - toc.getBoundingClientRect().top;
      if (top < 60 || top > toc.clientHeight - 80) toc.scrollTop += top - toc.clientHeight / 2;
    };
    addEventListener('scroll', () => { if (!waiting) { waiting = true; requestAnimationFrame(mark); } }, { passive: true });
    mark();
  }

  // Drawers close when a link in them is followed, and in a wide window.
  all('[popover]').forEach(drawer => {
    const close = () => drawer.matches(':popover-open') && drawer.hidePopover();
    drawer.addEventListener('click', event => event.target.closest('a') && close());
    matchMedia('(min-width: 60rem)').addEventListener('change', close);
    matchMedia('(min-width: 74rem)').addEventListener('change', close);
  });

  // Tabs: radio buttons become tabs with the keys of the ARIA pattern; a group chooses together and is remembered.
  const groups = all('.tabs').map(box => {
    const { group, query } = box.dataset;
    const list = doc.createElement('div');
    list.className = 'tab-list';
    list.setAttribute('role', 'tablist');
    const inputs = all(':scope > input', box);
    const tabs = inputs.map(input => {
      const label = input.nextElementSibling;
      const tab = doc.createElement('button');
      Object.assign(tab, { type: 'button', className: label.className, id: input.id, value: input.value });
      tab.append(...label.childNodes);
      tab.setAttribute('role', 'tab');
      tab.panel = label.nextElementSibling;
      tab.panel.id = `${input.id}-panel`;
      tab.panel.tabIndex = 0;
      tab.panel.setAttribute('role', 'tabpanel');
      tab.panel.setAttribute('aria-labelledby', tab.id);
      tab.setAttribute('aria-controls', tab.panel.id);
      label.remove();
      return tab;
    });
    let at = inputs.findIndex(input => input.checked);
    const show = index => {
      at = index;
      tabs.forEach((tab, i) => {
        tab.setAttribute('aria-selected', i === at);
        tab.tabIndex = i === Math.max(at, 0) ? 0 : -1;
        tab.panel.classList.toggle('shown', i === at);
      });
    };
    inputs.forEach(input => input.remove());
    list.append(...tabs);
    box.prepend(list);
    show(at);

    const choose = value => {
      const index = tabs.findIndex(tab => tab.value === value);
      if (index >= 0) show(index);
    };
    const pick = index => {
      const tab = tabs[index];
      const top = tab.getBoundingClientRect().top;
      show(index);
      if (group) {
        groups.forEach(other => other.group === group && other.choose(tab.value));
        scrollBy(0, tab.getBoundingClientRect().top - top); // what is above may have grown
        try { localStorage.setItem(`tab.${group}`, tab.value); } catch { /* storage may be forbidden: the choice lasts for this page */ }
      }
      if (query) {
        const url = new URL(location);
        url.searchParams.set(query, tab.value);
        history.replaceState(history.state, '', url);
      }
    };
    list.addEventListener('click', event => {
      const index = tabs.indexOf(event.target.closest('[role=tab]'));
      if (index >= 0) pick(index);
    });
    list.addEventListener('keydown', event => {
      const last = tabs.length - 1;
      const now = Math.max(tabs.indexOf(doc.activeElement), 0);
      const next = { ArrowRight: now === last ? 0 : now + 1, ArrowLeft: now ? now - 1 : last, Home: 0, End: last }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      tabs[next].focus();
      pick(next);
    });
    return { group, query, choose, show, tabs };
  });
  groups.forEach(({ group, query, choose }) => {
    try { if (group) choose(localStorage.getItem(`tab.${group}`)); } catch { /* storage may be forbidden */ }
    if (query) choose(new URLSearchParams(location.search).get(query));
  });
  const reveal = () => {
    const target = groups.length && location.hash && doc.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest('.tab-panel:not(.shown)')) return;
    groups.forEach(({ show, tabs }) => {
      const index = tabs.findIndex(tab => tab.panel.contains(target));
      if (index >= 0) show(index);
    });
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();
})();
