// Computes the marked figures of a page again from the packed predictions (docs/packed-predictions.md), and ticks those that agree.
(() => {
  const doc = document;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const share = (part, whole) => whole ? part / whole : 0;
  const sum = list => list.reduce((total, value) => total + value, 0);

  // True, false, or null where the browser computes no hashes: on pages that come over an insecure connection.
  const isIntact = async bytes => {
    if (!globalThis.crypto?.subtle) return null;
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice(56)));
    return hash.every((byte, place) => byte === bytes[24 + place]);
  };

  const wilson = (hits, n) => {
    if (!n) return [0, 1];
    const z = 1.959963984540054, p = hits / n;
    const [centre, spread, scale] = [p + z * z / (2 * n), z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)), 1 + z * z / n];
    return [hits ? (centre - spread) / scale : 0, hits < n ? (centre + spread) / scale : 1];
  };

  // By the paths of results.json: [value, how far the packed file may be off]; an interval is a list.
  const figuresOf = data => {
    const { count, classes, label, answer } = data;
    const figures = new Map();
    const rows = Array.from({ length: classes }, () => new Array(classes).fill(0));
    for (let i = 0; i < count; i++) rows[label[i]][answer[i]]++;
    const support = rows.map(sum);
    const predicted = rows.map((_, c) => sum(rows.map(row => row[c])));
    const hits = rows.map((row, c) => row[c]);
    const correct = sum(hits);
    const exact = (path, value) => figures.set(path, [value, 1e-9]);
    const proportion = (path, part, whole) => {
      exact(`${path}.successes`, part);
      exact(`${path}.total`, whole);
      exact(`${path}.value`, share(part, whole));
      exact(`${path}.interval`, wilson(part, whole));
    };
    proportion('accuracy', correct, count);
    rows.forEach((row, truth) => row.forEach((cell, column) => exact(`confusionMatrix.${truth}.${column}`, cell)));
    const of = hits.map((hit, c) => [share(hit, predicted[c]), share(hit, support[c]), share(2 * hit, support[c] + predicted[c])]);
    of.forEach(([, , f1], c) => {
      proportion(`classes.${c}.precision`, hits[c], predicted[c]);
      proportion(`classes.${c}.recall`, hits[c], support[c]);
      exact(`classes.${c}.f1`, f1);
      exact(`classes.${c}.support`, support[c]);
    });
    const tested = of.filter((_, c) => support[c]);
    ['precision', 'recall', 'f1'].forEach((name, place) => {
      exact(`macro.${name}`, share(sum(tested.map(figure => figure[place])), tested.length));
      exact(`weighted.${name}`, share(sum(of.map((figure, c) => figure[place] * support[c])), count));
    });
    const chance = sum(support.map((t, c) => t * predicted[c]));
    exact('cohenKappa', share(count * correct - chance, count * count - chance));
    const square = list => count * count - sum(list.map(value => value * value));
    exact('matthewsCorrelation', share(correct * count - chance, Math.sqrt(square(predicted)) * Math.sqrt(square(support))));
    if (data.kept) {
      [2, 3, 5, 10].filter(k => k < classes && (k < 10 || classes >= 20)).forEach((k, place) => proportion(`topK.${place}.accuracy`, data.rank.filter(rank => rank < k).length, count));
      const mean = list => sum(list) / count;
      figures.set('logLoss', [mean(data.loss), mean(data.loss) / 2048]);
      figures.set('brierScore', [mean(data.brier), mean(data.brier) / 2048]);
      const bins = Array.from({ length: 15 }, () => [0, 0]); // confidence, right
      let edge = 0; // pictures that rounding may have moved to the next bin
      for (let i = 0; i < count; i++) {
        const sure = 1 - data.rest[i];
        const bin = Math.max(0, Math.min(14, Math.ceil(sure * 15) - 1));
        bins[bin][0] += sure;
        bins[bin][1] += label[i] === answer[i];
        const near = Math.round(sure * 15) / 15;
        edge += near > 0 && near < 1 && Math.abs(sure - near) <= data.rest[i] / 2048;
      }
      figures.set('calibration.equalWidth.expectedCalibrationError', [sum(bins.map(([sure, right]) => Math.abs(sure - right))) / count, mean(data.rest) / 2048 + 2 * edge / count]);
    }
    return figures;
  };

  // The numbers of a text, each with half of its last digit.
  const numbersIn = text => {
    const point = glassy.number(1.1)[1];
    const plain = text.replace(/[\s\u00a0\u202f]/g, '');
    const scale = plain.includes('%') ? 100 : 1;
    return [...plain.matchAll(/[-\u2212]?\d[\d.,'\u2019]*/g)].map(([match]) => {
      const [whole, part = ''] = match.split(point);
      const value = Number(`${whole.replace(/[.,'\u2019]/g, '').replace('\u2212', '-')}.${part.replace(/[.,]/g, '') || 0}`);
      return { value: value / scale, half: .5 / 10 ** part.length / scale };
    });
  };

  const write = (value, shown) => {
    const digits = Math.max(0, Math.round(-Math.log10(shown[0].half * 2)) - (shown.isShare ? 2 : 0));
    const text = number => shown.isShare ? glassy.percent(number, digits) : glassy.number(number, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    return [value].flat().map(text).join('–');
  };

  const check = async box => {
    const [status, words] = [box.querySelector('[role=status]'), box.dataset];
    const counts = { right: 0, wrong: 0, unknown: 0 };
    let intact, figures;
    try {
      const bytes = await glassy.packed.load(words.predictions);
      intact = await isIntact(bytes);
      figures = figuresOf(glassy.packed.unpack(bytes));
    } catch {
      status.textContent = words.failed;
      return;
    }
    doc.querySelectorAll('[data-figure]').forEach(element => {
      if (element.closest('[data-run]')) return; // of another run
      element.dataset.text ??= element.textContent;
      const found = figures.get(element.dataset.figure);
      const shown = Object.assign(numbersIn(element.dataset.text), { isShare: element.dataset.text.includes('%') });
      const values = found && [found[0]].flat();
      const state = !found || shown.length !== values.length ? 'unknown'
        : shown.every(({ value, half: step }, place) => Math.abs(value - values[place]) <= step * (1 + 1e-6) + found[1]) ? 'right' : 'wrong';
      counts[state]++;
      element.dataset.checked = state;
      element.title = state === 'unknown' ? words.unknown : fill(words.is, { value: write(found[0], shown) });
      if (state === 'wrong') element.dataset.is = write(found[0], shown);
    });
    doc.querySelectorAll('table[data-matrix]').forEach(table => {
      if (table.closest('[data-run]')) return;
      const labels = table.dataset.matrix.split(',');
      [...table.tBodies[0].rows].forEach((row, truth) => [...row.querySelectorAll('.hit, .miss, .zero')].forEach((cell, column) => {
        const [value] = figures.get(`confusionMatrix.${labels[truth]}.${labels[column]}`) ?? [NaN];
        const state = Number(cell.textContent.replace(/\D/g, '')) === value ? 'right' : 'wrong';
        counts[state]++;
        if (state === 'wrong') Object.assign(cell.dataset, { checked: state, is: glassy.number(value) });
        else delete cell.dataset.checked;
      }));
    });
    status.textContent = `${fill(words.done, counts)} ${{ true: words.intact, false: words.changed, null: words.noHash }[intact]}`;
    status.dataset.intact = intact;
  };

  doc.querySelectorAll('.check-numbers').forEach(box => {
    if (box.dataset.begun) return; // the script is there once for each
    box.dataset.begun = '';
    box.querySelector('button').addEventListener('click', () => check(box));
  });
})();
