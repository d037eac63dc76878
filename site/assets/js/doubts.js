// A reader's judgement of doubted labels, kept in the browser and taken away as label notes; loaded by the pages that have a table of them.
(() => {
  const doc = document;
  const begin = figure => {
    if (figure.dataset.begun) return; // the script is there once for each
    figure.dataset.begun = '';
    const { run, source, url, notes, reader, judged } = figure.dataset;
    const known = JSON.parse(notes);
    const key = `doubts ${run}`;
    const kept = (() => { try { return JSON.parse(localStorage.getItem(key)) ?? {}; } catch { return {}; } })(); // storage may be forbidden
    const rows = [...figure.querySelectorAll('tbody tr')];
    const [take, said, link] = ['.take', '[role=status]', '.take a'].map(part => figure.querySelector(part));
    const quoted = text => JSON.stringify(text);

    // A line of label-notes.yml; nothing where the label is found to be right.
    const lineOf = row => {
      const { index, given, suggested } = row.dataset;
      const choice = row.querySelector('select').value;
      if (!choice || choice === 'right') return choice && null;
      const verdict = choice === 'neither' || choice === 'split' ? `verdict: ${choice}` : `consensus: ${quoted(choice === 'suggested' ? suggested : choice.slice(1))}`;
      return `{ index: ${index}, given: ${quoted(given)}, ${verdict} }`;
    };

    const write = () => {
      const lines = { ...known };
      let count = 0;
      for (const row of rows) {
        const line = lineOf(row);
        if (line === '') continue;
        count++;
        if (line === null) delete lines[row.dataset.index]; else lines[row.dataset.index] = line;
      }
      said.textContent = count ? judged.replace('{count}', count.toLocaleString(doc.documentElement.lang)) : '';
      take.hidden = !count;
      const items = Object.keys(lines).map(Number).sort((a, b) => a - b).map(index => `  - ${lines[index]}\n`).join('');
      const text = `source: ${quoted(source ? `${source}; ${reader}` : reader)}\n${url ? `url: ${quoted(url)}\n` : ''}notes:${items ? `\n${items}` : ' []\n'}`;
      link.href = `data:text/yaml;charset=utf-8,${encodeURIComponent(text)}`;
    };

    const choices = figure.querySelector('template').content;
    for (const row of rows) {
      const select = choices.cloneNode(true).querySelector('select');
      const { index, given, suggested } = row.dataset;
      select.ariaLabel = `${figure.querySelector('th.judge').textContent}: ${index}`;
      const like = [...select.options].find(option => option.value === `=${suggested}`);
      select.querySelector('[value=suggested]').textContent = like ? like.textContent : suggested;
      [...select.options].filter(option => option.value === `=${suggested}` || option.value === `=${given}`).forEach(option => option.remove());
      select.value = kept[index] ?? '';
      if (select.selectedIndex < 0) select.value = '';
      select.addEventListener('change', () => {
        if (select.value) kept[index] = select.value; else delete kept[index];
        try { localStorage.setItem(key, JSON.stringify(kept)); } catch { /* storage may be forbidden: the judgement lasts for this page */ }
        write();
      });
      row.querySelector('.judge').append(select);
    }
    figure.querySelectorAll('.judge').forEach(cell => { cell.hidden = false; });
    write();
  };
  doc.querySelectorAll('.doubts').forEach(begin);
})();
