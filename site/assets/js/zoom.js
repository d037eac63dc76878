// Enlarges pictures; loaded when a reader first asks for it. Small ones grow by whole multiples of their pixels.
glassy.zoom = (() => {
  const doc = document;
  const { word } = glassy;
  const dialog = doc.createElement('dialog');
  dialog.className = 'zoom';
  dialog.setAttribute('aria-label', word('picture'));
  dialog.innerHTML = '<div class="zoom-view"></div><p class="zoom-text" aria-live="polite"></p><div class="zoom-keys">'
    + `<button type="button" data-step="-1" aria-label="${word('previous_picture')}">←</button>`
    + `<button type="button" data-step="1" aria-label="${word('next_picture')}">→</button>`
    + `<button type="button" data-size aria-pressed="false">${word('full_size')}</button>`
    + `<button type="button" data-close>${word('close')}</button></div>`;
  doc.body.append(dialog);
  const [view, text] = dialog.children;
  const part = name => dialog.querySelector(`[data-${name}]`);
  let pictures, at;

  const isTile = picture => picture.matches('.digits img');
  const room = () => [innerWidth * .92, innerHeight * .72];
  // A tile of a strip says its own pixels in --nw and --nh; every other picture is its own.
  const pixels = picture => {
    const style = getComputedStyle(picture);
    return isTile(picture) ? [+style.getPropertyValue('--nw'), +style.getPropertyValue('--nh')] : [picture.naturalWidth || picture.width, picture.naturalHeight || picture.height];
  };
  const show = () => {
    const picture = pictures[at];
    const copy = picture.cloneNode(true);
    ['width', 'height', 'sizes', 'loading', 'id'].forEach(name => copy.removeAttribute(name));
    if (picture.matches('svg')) {
      copy.style.width = `${room()[0]}px`;
    } else {
      const [width, height] = pixels(picture);
      const fit = Math.min(room()[0] / width, room()[1] / height);
      const isVector = /\.svg($|[?#])/.test(picture.currentSrc || picture.src);
      const isCrisp = isTile(picture) && fit >= 2;
      copy.classList.toggle('tile', isTile(picture));
      const scale = isCrisp ? Math.floor(fit) : isVector ? fit : Math.min(fit, 1);
      copy.style.setProperty('--w', `${width * scale}px`);
      copy.style.setProperty('--h', `${height * scale}px`);
      copy.style.setProperty('--full', `${width}px`);
      part('size').hidden = isCrisp || isVector || fit >= 1;
    }
    view.replaceChildren(copy);
    setFull(false);
    text.textContent = (picture.alt ?? picture.querySelector('title')?.textContent ?? '') + (pictures.length > 1 ? ` ${word('picture_of', { place: at + 1, total: pictures.length })}` : '');
    dialog.querySelectorAll('[data-step]').forEach(button => { button.hidden = pictures.length < 2; });
  };
  const setFull = full => {
    view.classList.toggle('full', full);
    part('size').setAttribute('aria-pressed', full);
  };
  const step = by => { at = (at + by + pictures.length) % pictures.length; show(); };

  dialog.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button?.dataset.step) step(+button.dataset.step);
    else if (button && 'size' in button.dataset) setFull(!view.classList.contains('full'));
    else if (button || event.target === dialog || event.target === view) dialog.close();
  });
  dialog.addEventListener('keydown', event => {
    const by = pictures.length > 1 && { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || view.classList.contains('full')) return;
    event.preventDefault();
    step(by);
  });
  addEventListener('resize', () => dialog.open && show());

  return (all, picture) => {
    pictures = all;
    at = all.indexOf(picture);
    if (at < 0) at = 0;
    part('size').hidden = true;
    show();
    dialog.showModal();
  };
})();
