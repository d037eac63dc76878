// Put into pages by `glassy preview` on their way to the reader; it is in no file of the site.
(() => {
  const key = "glassy-preview-scroll";
  const address = document.currentScript.dataset.events;
  let events;
  let box;

  function reload() {
    events.close();
    sessionStorage.setItem(key, JSON.stringify([location.href, scrollX, scrollY]));
    location.reload();
  }

  // A page that is loaded again stays where it was: at once, and again when its pictures have their sizes.
  function restoreScroll() {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
    sessionStorage.removeItem(key);
    if (kept?.[0] !== location.href) {
      return;
    }

    const restore = () => scrollTo({ left: kept[1], top: kept[2], behavior: "instant" });
    restore();
    let moved = false;
    for (const input of ["wheel", "touchmove", "keydown", "pointerdown"]) {
      addEventListener(input, () => { moved = true; }, { once: true, passive: true });
    }

    addEventListener("load", () => moved || restore(), { once: true });
  }

  function make(name, className, ...children) {
    const element = document.createElement(name);
    element.className = className;
    element.append(...children);
    return element;
  }

  function excerpt(lines) {
    const width = Math.max(...lines.map(line => String(line.number).length));
    return make("pre", "excerpt", ...lines.flatMap(line => {
      const row = make("span", line.isFaulty ? "faulty" : "", `${line.isFaulty ? ">" : " "} ${String(line.number).padStart(width)} | ${line.text}\n`);
      const blank = line.text.slice(0, line.column - 1).replace(/[^\t]/g, " ");
      return line.column > 0 ? [row, make("span", "caret", `  ${" ".repeat(width)} | ${blank}^\n`)] : [row];
    }));
  }

  function show(mistakes) {
    box?.remove();
    box = undefined;
    if (mistakes.length === 0) {
      return;
    }

    box = make("glassy-mistakes", "");
    const close = make("button", "", "Hide");
    close.type = "button";
    close.addEventListener("click", () => box?.remove());
    const count = mistakes.length === 1 ? "1 mistake" : `${mistakes.length} mistakes`;
    const panel = make("section", "panel",
      make("header", "", make("h2", "", `${count}; the page behind this is the last good one`), close),
      ...mistakes.map(mistake => make("article", "",
        ...(mistake.place ? [make("p", "place", mistake.place)] : []),
        make("p", "message", mistake.message),
        ...(mistake.excerpt.length > 0 ? [excerpt(mistake.excerpt)] : []))));
    panel.setAttribute("role", "alert");
    panel.setAttribute("aria-label", "Mistakes in the site's sources");
    const style = make("style", "", styles);
    box.attachShadow({ mode: "open" }).append(style, panel);
    document.body.append(box);
  }

  const styles = `
    :host { all: initial; position: fixed; inset: auto 0 0; z-index: 2147483647; }
    .panel { box-sizing: border-box; max-height: 75vh; overflow: auto; overscroll-behavior: contain; padding: 1rem max(1rem, calc(50vw - 32rem));
      background: #1d1016; color: #fbeef2; border-top: 3px solid #ff6b86; box-shadow: 0 -1rem 3rem rgb(0 0 0 / .45); font: 16px/1.5 system-ui, sans-serif; }
    header { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; }
    h2 { margin: 0; font-size: 1rem; font-weight: 600; color: #ff9db0; }
    button { font: inherit; color: inherit; background: #45222e; border: 1px solid #8d4257; border-radius: 6px; padding: .1rem .8rem; cursor: pointer; }
    button:focus-visible { outline: 3px solid #ffd0da; outline-offset: 2px; }
    article { margin-top: .9rem; }
    p { margin: 0; overflow-wrap: anywhere; }
    .place, pre { font: 14px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
    .place { color: #ffb3c1; }
    pre { margin: .4rem 0 0; padding: .5rem .75rem; overflow-x: auto; background: #12090d; border-radius: 6px; color: #c9b3ba; tab-size: 4; }
    .faulty { color: #fff; }
    .caret { color: #ff6b86; font-weight: 700; }`;

  function listen() {
    events = new EventSource(address);
    events.addEventListener("reload", reload);
    events.addEventListener("mistakes", event => show(JSON.parse(event.data)));
  }

  restoreScroll();
  if (!document.hidden) {
    listen();
  }

  // Browsers keep few connections to one server: a page that nobody sees needs none, and asks when it is seen again.
  document.addEventListener("visibilitychange", () => {
    events?.close();
    if (!document.hidden) {
      listen();
    }
  });
})();
