// Filters and orders the wrong predictions. What is chosen is in the address.
glassy.explore = (() => {
  const doc = document;
  const explorer = doc.querySelector('.explorer');
  const form = explorer.querySelector('form');
  const cells = explorer.querySelector('.cells');
  const found = explorer.querySelector('.found');
  const all = found.textContent;
  const pictures = [...cells.querySelectorAll('li')].map((item, place) => {
    const section = item.closest('.cell');
    return { item, section, list: item.parentElement, place, truth: section.dataset.truth, predicted: section.dataset.predicted, sure: +item.dataset.p, loss: +item.dataset.l, index: +item.id.slice('picture-'.length) };
  });
  const sections = [...new Set(pictures.map(picture => picture.section))];
  const flat = pictures.length ? pictures[0].list.cloneNode(false) : doc.createElement('ul');
  const orders = { loss: (a, b) => b.loss - a.loss, sure: (a, b) => b.sure - a.sure, unsure: (a, b) => a.sure - b.sure, index: (a, b) => a.index - b.index };
  let order = '';

  // Ordered, all are in one list; else each is in its cell.
  const arrange = sort => {
    if (sort === order) return;
    order = sort;
    const sorted = [...pictures].sort(orders[sort] ?? ((a, b) => a.place - b.place));
    if (orders[sort]) {
      flat.append(...sorted.map(picture => picture.item));
      cells.replaceChildren(flat);
    } else {
      sorted.forEach(picture => picture.list.append(picture.item));
      cells.replaceChildren(...sections);
    }
  };

  const apply = () => {
    const { true: truth, predicted, sure, most, sort } = Object.fromEntries(new FormData(form));
    arrange(sort);
    let shown = 0;
    pictures.forEach(picture => {
      const fits = (!truth || picture.truth === truth) && (!predicted || picture.predicted === predicted)
        && (!sure || picture.sure * 100 >= +sure) && (!most || picture.sure * 100 <= +most);
      picture.item.hidden = !fits;
      shown += fits;
    });
    sections.forEach(section => { section.hidden = !section.querySelector('li:not([hidden])'); });
    found.textContent = truth || predicted || sure || most ? glassy.word('found', { shown: glassy.number(shown), total: glassy.number(pictures.length) }) : all;
  };

  const remember = () => {
    const url = new URL(location);
    for (const [name, value] of new FormData(form)) {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    history.replaceState(history.state, '', url);
  };

  new URLSearchParams(location.search).forEach((value, name) => {
    const select = form.elements[name];
    if (select && [...select.options].some(option => option.value === value)) select.value = value;
  });
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('change', () => { apply(); remember(); });
  form.addEventListener('reset', () => setTimeout(() => { apply(); remember(); }));
  apply();
  if (location.hash && order) doc.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
})();
