// The sheet: strokes and undo, the answer, the gallery. The weights come when the sheet comes into view, or at its first use.
(() => {
  const doc = document;
  const { word } = glassy;
  const percent = share => glassy.percent(share, 1);

  let loading;
  const load = address => loading ??= new Promise((done, failed) => {
    window.glassyDraw = model => {
      model.layers = model.layers.map(glassy.reader.decode);
      // The first answer is the slowest: an empty picture gets it.
      glassy.reader.logits(model.layers, glassy.reader.normalize(new Uint8Array(model.height * model.width), model));
      model.gallery = model.gallery.map(bytes => Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0)));
      done(model);
    };
    doc.head.append(Object.assign(doc.createElement('script'), { src: address, onerror: failed }));
  });

  const start = desk => {
    const part = name => desk.querySelector(`[data-${name}]`);
    const [sheet, seen, said, status, undo, clear] = ['sheet', 'seen', 'said', 'status', 'undo', 'clear'].map(part);
    const rows = [...desk.querySelectorAll('tbody tr')];
    const picks = [...desk.parentElement.querySelectorAll('[data-pick]')];
    const [width, height, cell] = ['width', 'height', 'cell'].map(name => +desk.dataset[name]);
    const [ground, ink] = desk.dataset.ink === 'dark' ? ['#fff', '#000'] : ['#000', '#fff'];
    const pen = Math.max(2, .075 * cell * Math.max(width, height));

    // One drawing, painted twice: for the reader in the screen's own pixels, for the model always in the same ones.
    const screen = sheet.getContext('2d');
    const paper = Object.assign(doc.createElement('canvas'), { width: width * cell, height: height * cell }).getContext('2d', { willReadFrequently: true });
    const tile = Object.assign(doc.createElement('canvas'), { width, height }).getContext('2d');

    // A state is a test picture or none, and strokes over it; each is [x, y, x, y, …] in the sheet's units.
    const states = [{ base: null, strokes: [] }];
    let stroke, model, waiting, frame;
    const state = () => states.at(-1);

    const show = (context, pixels) => {
      const image = context.createImageData(width, height);
      pixels.forEach((level, i) => image.data.set([level, level, level, 255], 4 * i));
      context.putImageData(image, 0, 0);
    };
    const fit = () => {
      const ratio = Math.max(1, Math.round(sheet.clientWidth * devicePixelRatio)) / (width * cell);
      if (sheet.width === Math.round(width * cell * ratio)) return;
      sheet.width = Math.round(width * cell * ratio);
      sheet.height = Math.round(height * cell * ratio);
      screen.setTransform(ratio, 0, 0, ratio, 0, 0);
    };
    const paint = () => {
      fit();
      for (const context of [screen, paper]) {
        Object.assign(context, { fillStyle: ground, strokeStyle: ink, lineWidth: pen, lineCap: 'round', lineJoin: 'round', imageSmoothingEnabled: false });
        context.fillRect(0, 0, width * cell, height * cell);
        if (state().base !== null) {
          show(tile, model.gallery[state().base]);
          context.drawImage(tile.canvas, 0, 0, width * cell, height * cell);
        }
        for (const points of [...state().strokes, ...stroke ? [stroke] : []]) {
          context.beginPath();
          context.moveTo(points[0] + .01, points[1]); // a tap is a dot: a line of no length is not drawn everywhere
          for (let i = 0; i < points.length; i += 2) context.lineTo(points[i], points[i + 1]);
          context.stroke();
        }
      }
    };

    // A test picture that nothing is drawn on is the model's own input already.
    const pixelsOf = ({ base, strokes }) => {
      if (strokes.length === 0 && !stroke) return base === null ? null : model.gallery[base];
      return glassy.reader.prepare(paper.getImageData(0, 0, width * cell, height * cell).data, height * cell, width * cell, model);
    };
    const answer = () => {
      if (!model) return '';
      const pixels = pixelsOf(state());
      desk.classList.toggle('glassy-draw-empty', !pixels);
      show(seen.getContext('2d'), pixels ?? new Uint8Array(width * height).fill(ground === '#fff' ? 255 : 0));
      const shares = pixels && glassy.reader.softmax(glassy.reader.logits(model.layers, glassy.reader.normalize(pixels, model)));
      const order = [...model.classes.keys()];
      if (shares && model.classes.length > rows.length) order.sort((one, other) => shares[other] - shares[one]);
      const best = shares && shares.indexOf(Math.max(...shares));
      rows.forEach((row, i) => {
        const [name, bar] = row.children;
        name.textContent = model.classes[order[i]];
        bar.firstElementChild.style.setProperty('--share', shares ? shares[order[i]] : 0);
        bar.lastElementChild.textContent = shares ? percent(shares[order[i]]) : '–';
        row.classList.toggle('glassy-draw-best', order[i] === best);
      });
      said.textContent = shares ? model.classes[best] : '';
      said.nextElementSibling.textContent = shares ? percent(shares[best]) : word('nothing_drawn');
      return shares ? word('read_as', { class: model.classes[best], share: percent(shares[best]) }) : word('sheet_empty');
    };
    const changed = () => {
      paint();
      undo.disabled = states.length === 1;
      clear.disabled = state().base === null && state().strokes.length === 0;
      picks.forEach((pick, i) => pick.setAttribute('aria-pressed', i === state().base && state().strokes.length === 0));
      status.textContent = answer();
    };
    const change = next => { states.push(next); changed(); };

    const ready = () => waiting ??= load(desk.dataset.weights).then(loaded => {
      model = loaded;
      changed();
      if (states.length === 1) status.textContent = '';
    }, () => {
      said.nextElementSibling.textContent = word('no_weights');
    });

    const add = event => {
      const box = sheet.getBoundingClientRect();
      const between = event.getCoalescedEvents?.() ?? [];
      for (const { clientX, clientY } of between.length ? between : [event]) {
        stroke.push((clientX - box.left) * width * cell / box.width, (clientY - box.top) * height * cell / box.height);
      }
      frame ??= requestAnimationFrame(() => { frame = undefined; if (stroke) { paint(); answer(); } });
    };
    sheet.addEventListener('pointerdown', event => {
      if (!event.isPrimary || event.button !== 0 || stroke) return;
      ready();
      sheet.setPointerCapture(event.pointerId);
      stroke = [];
      add(event);
    });
    sheet.addEventListener('pointermove', event => {
      if (stroke && event.isPrimary) add(event);
    });
    const end = event => {
      if (!stroke || !event.isPrimary) return;
      const strokes = [...state().strokes, stroke];
      stroke = undefined;
      change({ ...state(), strokes });
    };
    sheet.addEventListener('pointerup', end);
    sheet.addEventListener('pointercancel', end);

    // A button that goes out of use hands its focus to the other one.
    const press = (button, other, act) => button.addEventListener('click', () => {
      const isFocused = doc.activeElement === button;
      act();
      if (isFocused && button.disabled) (other.disabled ? picks[0] : other)?.focus();
    });
    press(undo, clear, () => { states.pop(); changed(); });
    press(clear, undo, () => change({ base: null, strokes: [] }));
    desk.parentElement.addEventListener('keydown', event => {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || undo.disabled) return;
      event.preventDefault();
      undo.click();
    });
    picks.forEach((pick, base) => pick.addEventListener('click', async () => {
      await ready();
      if (model) change({ base, strokes: [] });
    }));

    new IntersectionObserver((entries, observer) => {
      if (!entries.some(entry => entry.isIntersecting)) return;
      observer.disconnect();
      ready();
    }, { rootMargin: '200px' }).observe(desk);
    new ResizeObserver(paint).observe(sheet);
    const watch = () => matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => { paint(); watch(); }, { once: true });
    watch();
  };

  doc.querySelectorAll('.glassy-draw-desk').forEach(start);
})();
