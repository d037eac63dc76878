// Comfort only: every page is whole without this file.
(() => {
  const doc = document;
  const root = doc.documentElement;
  const all = (selector, within = doc) => [...within.querySelectorAll(selector)];

  // Theme: the system's until the reader chooses.
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const toggle = doc.querySelector('.theme');
  const isDark = () => (root.dataset.theme ?? (dark.matches ? 'dark' : 'light')) === 'dark';
  const name = () => toggle?.setAttribute('aria-label', `Switch to ${isDark() ? 'light' : 'dark'} theme`);
  toggle?.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try { localStorage.setItem('theme', root.dataset.theme); } catch { /* storage may be forbidden: the choice lasts for this page */ }
    name();
  });
  dark.addEventListener('change', name);
  name();

  // Opened from disk, a link to a folder shows the folder, and one without an ending finds nothing: name the page's file.
  const pageFile = doc.currentScript?.dataset.pageFile ?? '/index.html';
  if (location.protocol === 'file:') {
    all('a[href]').forEach(link => {
      const url = new URL(link.href);
      if (url.protocol === 'file:' && !/\.[a-z][a-z0-9]*$/i.test(url.pathname)) {
        url.pathname += url.pathname.endsWith('/') ? 'index.html' : pageFile;
        link.href = url;
      }
    });
  }

  // Copy buttons.
  const icon = doc.getElementById('copy-icons');
  if (icon && navigator.clipboard) {
    all('pre').forEach(pre => {
      let box = pre.parentElement;
      if (!box.classList.contains('code')) {
        box = doc.createElement('div');
        box.className = 'code';
        pre.replaceWith(box);
        box.append(pre);
      }
      const button = doc.createElement('button');
      button.type = 'button';
      button.className = 'copy';
      button.ariaLabel = 'Copy code';
      button.append(icon.content.cloneNode(true));
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(pre.textContent.replace(/\n$/, ''));
        button.classList.add('done');
        button.ariaLabel = 'Copied';
        setTimeout(() => { button.classList.remove('done'); button.ariaLabel = 'Copy code'; }, 1600);
      });
      box.append(button);
    });
  }

  // Table of contents: mark where the reader is and keep it in view.
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

  // Drawers close when a link in them is followed, and when the window grows beyond them.
  all('[popover]').forEach(drawer => {
    const close = () => drawer.matches(':popover-open') && drawer.hidePopover();
    drawer.addEventListener('click', event => event.target.closest('a') && close());
    matchMedia('(min-width: 60rem)').addEventListener('change', close);
    matchMedia('(min-width: 74rem)').addEventListener('change', close);
  });
})();
