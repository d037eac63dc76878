// The table of runs: a click on a head orders by it, a second one turns the order, a third one brings back the recipes' own. What is
// typed above hides the rows that lack it.
(() => {
  const doc = document;
  const { compare } = new Intl.Collator(doc.documentElement.lang, { numeric: true });
  const next = { ascending: 'descending', descending: '' };

  doc.querySelectorAll('.sortable').forEach(figure => {
    const body = figure.querySelector('tbody');
    const rows = [...body.rows]; // in the recipes' order
    const heads = [...figure.querySelectorAll('thead th')];
    const valueOf = (row, column) => row.cells[column].dataset.value;

    const sort = (head, column) => {
      const order = next[head.getAttribute('aria-sort')] ?? 'ascending';
      heads.forEach(other => other.removeAttribute('aria-sort'));
      if (order) head.setAttribute('aria-sort', order);
      const turn = order === 'ascending' ? 1 : -1;
      body.append(...(order ? [...rows].sort((one, other) => {
        const [a, b] = [valueOf(one, column), valueOf(other, column)];
        return column ? isNaN(a) - isNaN(b) || (a - b) * turn : compare(a, b) * turn; // what has no value is last
      }) : rows));
    };

    heads.forEach((head, column) => {
      if (!rows.some(row => valueOf(row, column))) return; // a curve has no order
      const button = Object.assign(doc.createElement('button'), { type: 'button', className: 'sort' });
      button.append(...head.childNodes);
      button.addEventListener('click', () => sort(head, column));
      head.append(button);
    });

    const field = figure.querySelector('input');
    if (!field) return;
    const found = figure.querySelector('output');
    const all = found.textContent;
    const filter = () => {
      const typed = field.value.trim().toLowerCase();
      let shown = 0;
      rows.forEach(row => {
        row.hidden = ![...row.cells].map(cell => cell.textContent).join(' ').toLowerCase().includes(typed);
        shown += !row.hidden;
      });
      found.textContent = typed ? glassy.word('rows', { shown: glassy.number(shown), total: glassy.number(rows.length) }) : all;
    };
    field.addEventListener('input', filter);
    filter(); // a browser that goes back has kept what was typed
  });
})();
