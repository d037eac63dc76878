// All test pictures of a run: filtered, ordered, and in the page only as many as are seen. What is chosen is in the address.
(() => {
  const doc = document;
  const overscan = 3; // rows above and below what is seen
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const given = {};
  window.glassyAttributes = list => { given.attributes = list; };
  const load = src => new Promise((onload, onerror) => {
    doc.head.append(Object.assign(doc.createElement('script'), { src, onload, onerror }));
  });

  // How far the two most probable classes are apart; and the label from the best other class, below 0 where that is more probable.
  const marginOf = (data, index) => {
    const [first, second = 0] = data.scores(index).map(([, share]) => share).sort((a, b) => b - a);
    return first - second;
  };
  const supportOf = (data, index) => data.label[index] === data.answer[index]
    ? marginOf(data, index)
    : Math.exp(-data.loss[index]) - (1 - data.rest[index]);

  const begin = async figure => {
    if (figure.dataset.begun) return; // the script is there once for each
    figure.dataset.begun = '';
    const [form, found, box, list] = ['.filters', '.found', '.window', '.digits'].map(part => figure.querySelector(part));
    const names = [...form.elements.true.options].slice(1).map(option => option.value);
    const { strips, ending, perStrip, predictions, attributes } = figure.dataset;
    let data;
    try {
      const [bytes] = await Promise.all([glassy.packed.load(predictions), attributes && load(attributes)]);
      data = glassy.packed.unpack(bytes);
    } catch {
      found.textContent = figure.dataset.failed;
      return;
    }
    const known = attributes ? given.attributes : [];
    const isRight = index => data.label[index] === data.answer[index];

    // The pictures stand in the strips in this order, which is also the first one shown.
    const hard = Uint32Array.from({ length: data.count }, (_, index) => index)
      .sort((a, b) => (data.kept ? data.loss[b] - data.loss[a] : isRight(a) - isRight(b)) || a - b);
    const placeOf = new Uint32Array(data.count);
    hard.forEach((index, place) => { placeOf[index] = place; });
    const show = (image, index) => {
      image.src = `${strips}${Math.floor(placeOf[index] / perStrip)}${ending}`;
      image.style.setProperty('--i', placeOf[index] % perStrip);
    };
    const nameOf = index => fill(isRight(index) ? figure.dataset.right : figure.dataset.wrong, {
      index, class: names[data.label[index]], truth: names[data.label[index]], predicted: names[data.answer[index]],
    });

    known.forEach(({ name, values }) => form.elements[`of.${name}`].append(...values.map(value => new Option(value, value))));

    const valuesBy = valueOf => Float64Array.from({ length: data.count }, (_, index) => valueOf(index));
    const orders = {
      low: () => valuesBy(index => data.loss[index]),
      doubt: () => valuesBy(index => supportOf(data, index)),
      margin: () => valuesBy(index => marginOf(data, index)),
      unsure: () => valuesBy(index => -data.rest[index]),
      sure: () => valuesBy(index => data.rest[index]),
      index: () => valuesBy(index => index),
    };
    known.forEach(({ of, values }, at) => { orders[`by.${at}`] = () => valuesBy(index => of[index] < 0 ? values.length : of[index]); });
    const orderOf = sort => {
      if (!orders[sort]) return hard;
      const values = orders[sort]();
      return [...hard].sort((a, b) => values[a] - values[b]);
    };

    /* What is seen */

    let shown = hard, order = '', sorted = hard, active = 0, row = 1, columns = 1;
    const items = new Map(); // by place among those shown
    const make = place => {
      const index = shown[place];
      const [item, button, image, said] = ['li', 'button', 'img', 'i'].map(name => doc.createElement(name));
      item.className = isRight(index) ? 'right' : 'wrong';
      item.setAttribute('aria-posinset', place + 1);
      item.setAttribute('aria-setsize', shown.length);
      Object.assign(button, { type: 'button', tabIndex: -1 });
      image.alt = nameOf(index);
      show(image, index);
      said.ariaHidden = 'true';
      const [truth, answer] = [names[data.label[index]], names[data.answer[index]]];
      said.textContent = isRight(index) ? answer : truth.length + answer.length <= 8 ? `${truth} → ${answer}` : `→ ${answer}`; // where both are too long for a tile
      button.append(image, said);
      item.append(button);
      return item;
    };
    const measure = () => {
      const style = getComputedStyle(list);
      columns = Math.max(1, style.gridTemplateColumns.split(' ').length);
      row = (list.firstElementChild?.getBoundingClientRect().height || 1) + parseFloat(style.rowGap);
    };
    const paint = () => {
      const rows = Math.ceil(shown.length / columns);
      const isLong = box.classList.contains('long');
      const from = isLong ? Math.min(Math.max(0, Math.floor(box.scrollTop / row) - overscan), rows) : 0;
      const to = isLong ? Math.min(rows, Math.ceil((box.scrollTop + box.clientHeight) / row) + overscan) : rows;
      const [first, last] = [from * columns, Math.min(shown.length, to * columns)];
      const gone = [...items].filter(([place]) => place < first || place >= last);
      if (gone.some(([, item]) => item.contains(doc.activeElement))) box.focus({ preventScroll: true }); // before the box has less to scroll
      gone.forEach(([place, item]) => {
        item.remove();
        items.delete(place);
      });
      let after = null;
      for (let place = last - 1; place >= first; place--) {
        if (!items.has(place)) {
          items.set(place, make(place));
          list.insertBefore(items.get(place), after);
        }
        after = items.get(place);
      }
      list.style.paddingBlock = `${from * row}px ${(rows - to) * row}px`;
      const stop = items.has(active) ? active : Math.min(last - 1, Math.ceil(box.scrollTop / row) * columns);
      items.forEach((item, place) => { item.firstChild.tabIndex = place === stop ? 0 : -1; });
    };
    const restart = () => {
      items.clear();
      list.replaceChildren();
      active = 0;
      box.scrollTop = 0;
      if (shown.length) {
        list.style.paddingBlock = '';
        list.append(make(0));
        measure();
        list.replaceChildren();
      }
      paint();
    };
    const go = place => {
      active = place;
      const top = Math.floor(place / columns) * row;
      if (top < box.scrollTop) box.scrollTop = top;
      else if (top + row > box.scrollTop + box.clientHeight) box.scrollTop = top + row - box.clientHeight + 8;
      paint();
      items.get(place)?.firstChild.focus({ preventScroll: box.classList.contains('long') });
    };

    const apply = () => {
      const { true: truth, predicted, only, sort, ...others } = Object.fromEntries(new FormData(form));
      if (sort !== order) [order, sorted] = [sort, orderOf(sort)];
      const [label, answer] = [names.indexOf(truth), names.indexOf(predicted)];
      const wanted = known.map(({ name, values, of }) => ({ of, value: values.indexOf(others[`of.${name}`]) })).filter(({ value }) => value >= 0);
      shown = sorted.filter(index => (label < 0 || data.label[index] === label) && (answer < 0 || data.answer[index] === answer)
        && (!only || isRight(index) === (only === 'right')) && wanted.every(({ of, value }) => of[index] === value));
      const wrong = shown.reduce((sum, index) => sum + !isRight(index), 0);
      found.textContent = fill(found.dataset.found, { shown: glassy.number(shown.length), total: glassy.number(data.count), wrong: glassy.number(wrong) });
      restart();
    };
    let open = -1; // the picture that the dialog shows
    const remember = () => {
      const url = new URL(location);
      for (const [name, value] of [...new FormData(form), ['picture', open < 0 ? '' : open]]) {
        if (value !== '') url.searchParams.set(name, value);
        else url.searchParams.delete(name);
      }
      history.replaceState(history.state, '', url);
    };

    /* One picture */

    figure.append(figure.querySelector('template').content.cloneNode(true));
    const [dialog, link] = ['dialog', '.mistake'].map(part => figure.querySelector(part));
    const [image, table, figures, others] = ['.one img', '.answers', '.figures', '.known'].map(part => dialog.querySelector(part));
    const [back, on, close] = dialog.querySelectorAll('form button');
    [back.textContent, on.textContent, close.textContent] = ['previous_picture', 'next_picture', 'close'].map(word => glassy.word(word));
    if (link) others.after(link);
    const pages = link?.dataset.only && new Set(link.dataset.only.split(',').map(Number));
    const line = (index, label, share) => {
      const tr = doc.createElement('tr');
      const [name, value] = ['th', 'td'].map(cell => tr.appendChild(doc.createElement(cell)));
      const role = label === data.label[index] ? 'label' : label === data.answer[index] ? 'answer' : '';
      tr.className = { label: 'truth', answer: 'predicted' }[role] ?? '';
      name.scope = 'row';
      name.append(names[label]);
      if (role) name.append(' ', Object.assign(doc.createElement('span'), { textContent: table.dataset[role] }));
      value.className = 'number share';
      const bar = doc.createElement('i');
      bar.style.setProperty('--share', share.toFixed(4));
      value.append(bar, share ? glassy.percent(share, 1) : `< ${glassy.percent(1 / 510, 1)}`);
      return tr;
    };
    const tell = index => {
      const best = data.scores(index).sort((a, b) => b[1] - a[1]).slice(0, 5);
      [data.answer[index], data.label[index]].forEach(label => best.some(([other]) => other === label) || best.push([label, 0]));
      const exact = label => label === data.label[index] ? Math.exp(-data.loss[index]) : label === data.answer[index] ? 1 - data.rest[index] : null;
      table.tBodies[0].replaceChildren(...best.map(([label, share]) => line(index, label, exact(label) ?? share)));
      const digits = { minimumFractionDigits: 3, maximumFractionDigits: 3 };
      figures.textContent = fill(figures.dataset.text, { loss: glassy.number(data.loss[index], digits), margin: glassy.percent(marginOf(data, index), 0) });
    };
    const look = index => {
      open = index;
      const place = shown.indexOf(index);
      dialog.ariaLabel = nameOf(index);
      dialog.querySelector('.title').textContent = nameOf(index);
      image.alt = nameOf(index);
      show(image, index);
      if (data.kept) tell(index);
      others.textContent = known.filter(({ of }) => of[index] >= 0).map(({ name, values, of }) => `${name}: ${values[of[index]]}`).join(', ');
      if (link) {
        link.hidden = isRight(index) || (pages && !pages.has(index));
        link.dataset.pattern ??= link.getAttribute('href');
        link.setAttribute('href', link.dataset.pattern.replace(new RegExp(`/${link.dataset.index}(?=(\\.html|/index\\.html|/)?$)`), `/${index}`));
      }
      [back.ariaDisabled, on.ariaDisabled] = [place <= 0, place < 0 || place === shown.length - 1];
      if (!dialog.open) dialog.showModal();
      remember();
    };
    const step = by => {
      const next = shown[shown.indexOf(open) + by];
      if (next !== undefined) look(next);
    };

    /* What readers do */

    list.addEventListener('click', event => {
      const item = event.target.closest('li');
      if (item) look(shown[item.ariaPosInSet - 1]);
    });
    box.addEventListener('keydown', event => {
      if (event.altKey || event.ctrlKey || event.metaKey || !shown.length) return;
      const page = columns * Math.max(1, Math.floor(box.clientHeight / row));
      const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns, PageDown: page, PageUp: -page, Home: -shown.length, End: shown.length }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      go(Math.min(shown.length - 1, Math.max(0, active + by)));
    });
    list.addEventListener('focusin', event => {
      const item = event.target.closest('li');
      if (item) active = item.ariaPosInSet - 1;
    });
    dialog.addEventListener('click', event => event.target.dataset.step && step(+event.target.dataset.step));
    dialog.addEventListener('keydown', event => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (by) step(by);
    });
    dialog.addEventListener('close', () => {
      const place = shown.indexOf(open); // the browser has given the focus back to the picture that was opened first
      open = -1;
      remember();
      if (place >= 0) go(place);
    });
    let waiting;
    box.addEventListener('scroll', () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; paint(); });
    }, { passive: true });
    new ResizeObserver(() => { if (items.size) { measure(); paint(); } }).observe(box);
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('change', () => { apply(); remember(); });
    form.addEventListener('reset', () => setTimeout(() => { apply(); remember(); }));

    const asked = new URLSearchParams(location.search);
    asked.forEach((value, name) => {
      const select = form.elements[name];
      if (select?.options && [...select.options].some(option => option.value === value)) select.value = value;
    });
    box.tabIndex = -1;
    apply();
    const picture = asked.get('picture');
    if (/^\d+$/.test(picture ?? '') && +picture < data.count) look(+picture);
  };

  doc.querySelectorAll('.gallery').forEach(begin);
})();
