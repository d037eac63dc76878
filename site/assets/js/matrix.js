// The confusion matrix answers: a cell opens its pictures below the matrix, arrow keys move, shares are shown in place of counts.
glassy.matrix = (() => {
  const doc = document;
  const cellOf = link => link.closest('td');
  const rowsOf = matrix => [...matrix.querySelectorAll('tbody tr')].map(row => [...row.querySelectorAll('td:not(.sum)')]);
  const count = cell => +cell.textContent.replace(/\D/g, '');
  const percent = share => glassy.percent(share, share && share < .0995 ? 1 : 0);
  const pages = {};

  // The pictures behind a cell: on this page, or on the page that its link names.
  const here = link => doc.getElementById(decodeURIComponent(link.hash.slice(1)));
  const sectionOf = async link => {
    const id = decodeURIComponent(link.hash.slice(1));
    if (here(link)) return here(link);
    const address = link.href.split('#')[0];
    pages[address] ??= fetch(address).then(async answer => {
      if (!answer.ok) throw new Error(answer.status);
      return { from: answer.url, text: new DOMParser().parseFromString(await answer.text(), 'text/html') };
    });
    const { from, text } = await pages[address];
    const copy = text.getElementById(id)?.cloneNode(true);
    if (!copy) throw new Error(`no ${id} on ${address}`);
    copy.querySelectorAll('[href], [src]').forEach(element => ['href', 'src'].forEach(name => {
      if (element.hasAttribute(name)) element.setAttribute(name, new URL(element.getAttribute(name), from));
    }));
    return copy;
  };

  const panelOf = matrix => matrix.querySelector('.panel') ?? (() => {
    const panel = Object.assign(doc.createElement('section'), { className: 'panel tiles' });
    panel.setAttribute('aria-live', 'polite');
    matrix.querySelector('.table-scroll').after(panel);
    return panel;
  })();

  const close = matrix => {
    matrix.querySelector('.panel')?.remove();
    matrix.querySelector('td.open')?.classList.remove('open');
  };
  const shut = matrix => {
    close(matrix);
    history.replaceState(history.state, '', location.pathname + location.search);
  };

  // remember: how the address takes the cell up; Back closes what a click opened.
  const open = async (link, remember = 'pushState') => {
    const matrix = link.closest('.matrix');
    let section;
    try {
      if (location.protocol === 'file:' && !here(link)) throw new Error('from disk no page can read another');
      section = await sectionOf(link);
    } catch {
      location.assign(link.href); // then there
      return;
    }
    const copy = section.cloneNode(true);
    copy.removeAttribute('id');
    copy.querySelectorAll('[id]').forEach(element => element.removeAttribute('id'));
    const name = Object.assign(doc.createElement('p'), { className: 'cell-name' }); // no heading: it stands where none is due
    name.append(...copy.querySelector('.cell-name').childNodes);
    copy.querySelector('.cell-name').replaceWith(name);
    const button = Object.assign(doc.createElement('button'), { type: 'button', className: 'shut', textContent: glassy.word('close') });
    button.addEventListener('click', () => { shut(matrix); link.focus(); });
    copy.append(button);
    const panel = panelOf(matrix);
    panel.replaceChildren(copy);
    panel.scrollIntoView({ block: 'nearest' });
    matrix.querySelector('td.open')?.classList.remove('open');
    cellOf(link).classList.add('open');
    if (remember && location.hash !== link.hash) history[remember](history.state, '', link.hash);
  };

  const show = (matrix, mode) => {
    const rows = rowsOf(matrix);
    rows.flat().forEach(cell => { cell.dataset.count ??= count(cell); });
    const sums = [...matrix.querySelectorAll('tfoot tr:last-child td')].map(count);
    const totals = [...matrix.querySelectorAll('tbody .total')].map(count);
    rows.forEach((row, truth) => {
      const sum = totals[truth];
      row.forEach((cell, column) => {
        const value = +cell.dataset.count;
        const of = mode === 'row' ? sum : sums[column];
        (cell.querySelector('a') ?? cell).textContent = mode === 'count' ? glassy.number(value) : of ? percent(value / of) : '–';
      });
    });
    matrix.classList.toggle('shares', mode !== 'count');
  };

  // One stop for Tab; the arrow keys go to the next cell that has pictures.
  const attend = matrix => {
    const links = [...matrix.querySelectorAll('td a')];
    const rove = link => links.forEach(other => { other.tabIndex = other === link ? 0 : -1; });
    rove(links.includes(doc.activeElement) ? doc.activeElement : links[0]);
    matrix.addEventListener('focusin', event => links.includes(event.target) && rove(event.target));
    matrix.addEventListener('change', event => event.target.type === 'radio' && show(matrix, event.target.value));
    matrix.addEventListener('keydown', event => {
      const [down, right] = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key] ?? [];
      if (event.key === 'Escape' && matrix.querySelector('.panel')) {
        const link = matrix.querySelector('td.open a');
        shut(matrix);
        link?.focus();
      }
      if (down === undefined || !links.includes(event.target)) return;
      event.preventDefault();
      const rows = rowsOf(matrix);
      let row = rows.findIndex(cells => cells.includes(cellOf(event.target)));
      let column = rows[row].indexOf(cellOf(event.target));
      do {
        row += down;
        column += right;
      } while (rows[row]?.[column] && !rows[row][column].querySelector('a'));
      const next = rows[row]?.[column]?.querySelector('a');
      if (!next) return;
      next.focus();
      if (matrix.querySelector('.panel')) open(next, 'replaceState');
    });
    const chosen = matrix.querySelector('input[type=radio]:checked');
    if (chosen && chosen.value !== 'count') show(matrix, chosen.value);
    const asked = () => links.find(link => link.hash === location.hash);
    addEventListener('popstate', () => asked() ? open(asked(), null) : close(matrix));
    if (asked() && !here(asked())) open(asked(), null); // else the browser is there already
  };
  doc.querySelectorAll('.matrix').forEach(attend);
  return open;
})();
