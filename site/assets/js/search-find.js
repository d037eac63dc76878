// Finds pages: loaded by search.js. The index comes in pieces, as scripts, so that it works from disk too.
(() => {
  const doc = document;
  const here = doc.currentScript.src;
  const folder = new URL('../search/', here);
  const root = new URL('../../', here);

  /* Terms: what Search/SearchTerms.cs and Search/Letters.cs make of a text, terms.json beside their tests holds both to. */

  const runs = /[\p{L}\p{M}\p{N}_]+(?:\.[\p{L}\p{M}\p{N}_]+)*/gu;
  const pieces = /[\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+|[^\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;
  const unspaced = /^[\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  const foldable = /[\u00aa-\u058f\u1d00-\u1fff\u2070-\u218f\u2460-\u24ff\ufb00-\ufb06\uff00-\uffef]/g;
  const accents = /[\u0300-\u036f]/g;
  const special = { ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'Ae', œ: 'oe', Œ: 'Oe', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', þ: 'th', Þ: 'Th', ł: 'l', Ł: 'L', ı: 'i', ħ: 'h', Ħ: 'H', ς: 'σ' };
  const foldLetter = letter => {
    const folded = letter.normalize('NFKD').replace(accents, '').normalize('NFC').replace(/./gu, l => special[l] ?? l);
    return /^[\p{L}\p{M}\p{N}]+$/u.test(folded) ? folded : letter;
  };
  const fold = text => /^[\0-\x7f]*$/.test(text) ? text : text.replace(accents, '').replace(foldable, foldLetter);
  const lower = word => word.replaceAll('_', '').slice(0, 40).replace(/[\ud800-\udbff]$/, '').toLowerCase().replaceAll('ς', 'σ');
  const trim = word => word.replace(/^_+|_+$/g, '');
  const humps = /_|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

  // A node is a term and the parts that stand for it together; one without a term is only its parts.
  const wordNode = word => {
    const parts = trim(word).split(humps);
    return { term: lower(word), parts: parts.length < 2 ? [] : parts.filter(part => part.length > 1).map(part => ({ term: lower(part), parts: [] })) };
  };
  const chainNode = chain => chain.includes('.')
    ? { term: lower(chain), parts: chain.split('.').map(trim).filter(word => word.length > 1 && /[^0-9]/.test(word)).map(wordNode) }
    : wordNode(chain);
  const pairNode = piece => {
    const letters = [...piece];
    const parts = letters.map((letter, i) => ({ term: letter + (letters[i + 1] ?? ''), parts: [] }));
    return { parts, unspaced: true };
  };
  const nodes = text => [...text.matchAll(runs)].flatMap(([run]) => fold(run).match(pieces)
    .map(piece => unspaced.test(piece) ? pairNode(piece) : chainNode(piece.replace(/^\.+|\.+$/g, '')))
    .filter(node => node.term || node.parts.length));
  const flat = node => [...(node.term ? [node.term] : []), ...node.parts.flatMap(flat)];
  const terms = text => nodes(text).flatMap(flat);

  /* The index. */

  const parts = new Map();
  let arrived, index;
  const load = (name, version) => {
    if (!parts.has(name)) {
      parts.set(name, new Promise((resolve, reject) => {
        const script = doc.createElement('script');
        script.src = new URL(`${name}.js${version ? `?${version}` : ''}`, folder);
        script.onload = () => resolve(arrived); // set by the script, which ran just before
        script.onerror = () => reject(new Error(`${script.src} cannot be loaded`));
        doc.head.append(script);
        script.remove();
      }).catch(error => { parts.delete(name); throw error; }));
    }
    return parts.get(name);
  };
  const open = async version => {
    const { data, version: own } = await load('index', version);
    const first = new Int32Array(data.titles.length + 1);
    data.sections.forEach((count, page) => { first[page + 1] = first[page] + count; });
    const pageOf = new Int32Array(first.at(-1));
    data.sections.forEach((count, page) => pageOf.fill(page, first[page], first[page + 1]));
    index = { ...data, version: own, first, pageOf };
  };
  // Should the site have been published anew since the index came, the index is fetched again.
  const part = async name => {
    const { data, version } = await load(name, index.version);
    if (version === index.version) return data;
    parts.clear();
    await open(version);
    throw new Renewed();
  };
  class Renewed extends Error {}

  const readWords = text => {
    const words = [], shared = [];
    let word = '';
    for (const [, letter, rest] of text.matchAll(/([A-Z])([^A-Z]*)/g)) {
      const common = letter.charCodeAt(0) - 65;
      words.push(word = word.slice(0, common) + rest);
      shared.push(common);
    }
    return { words, shared };
  };
  const readTerms = async name => {
    const data = await part(name);
    data.list ??= { terms: readWords(data.terms).words, places: data.lists.split(' ') };
    return data.list;
  };

  const last = (list, holds) => {
    let from = 0, to = list.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (holds(list[middle])) from = middle + 1; else to = middle;
    }
    return from - 1;
  };

  // The places of a term, and of the terms that begin with it.
  const lookUp = async (term, isPrefix) => {
    const end = isPrefix ? `${term}\uffff` : term;
    const from = Math.max(0, last(index.terms, first => first <= term));
    const to = last(index.terms, first => first <= end);
    const names = [];
    for (let i = from; i <= to; i++) names.push(`terms-${i}`);
    const found = [];
    for (const { terms, places } of await Promise.all(names.map(readTerms))) {
      for (let i = last(terms, t => t < term) + 1; i < terms.length && (terms[i] === term || isPrefix && terms[i].startsWith(term)); i++) {
        found.push({ term: terms[i], places: places[i] });
      }
    }
    return found;
  };

  const eachPlace = (list, visit) => {
    let place = -1, number = 0;
    for (let i = 0; i < list.length; i++) {
      const digit = list.charCodeAt(i);
      if (digit < 93) number = (number + digit - 48) << 5;
      else { visit(place += number + digit - 92); number = 0; }
    }
  };

  /* Mistakes: one from four letters, two from eight; an insertion, a deletion, another letter, or neighbours swapped.
     The words are sorted, so the rows of the letters that a word shares with the one before need not be computed again. */

  const near = (term, isOpen, count) => {
    const most = term.length < 4 || !/^\p{L}+$/u.test(term) || unspaced.test(term) ? 0 : term.length < 8 ? 1 : 2;
    if (!most) return [];
    index.spelling ??= readWords(index.words);
    const { words, shared } = index.spelling;
    const size = term.length;
    const rows = [Uint8Array.from({ length: size + 1 }, (_, i) => i)];
    const begins = [size]; // the distance to the nearest beginning of the word, by its length
    const found = [];
    let dead = 99;
    for (let w = 0; w < words.length; w++) {
      const word = words[w];
      if (shared[w] < dead) {
        dead = 99;
        for (let j = shared[w] + 1; j <= word.length; j++) {
          const row = rows[j] ??= new Uint8Array(size + 1);
          const above = rows[j - 1];
          const letter = word[j - 1];
          let least = row[0] = j;
          for (let i = 1; i <= size; i++) {
            let cost = Math.min(above[i] + 1, row[i - 1] + 1, above[i - 1] + (term[i - 1] === letter ? 0 : 1));
            if (i > 1 && j > 1 && term[i - 1] === word[j - 2] && term[i - 2] === letter) cost = Math.min(cost, rows[j - 2][i - 2] + 1);
            row[i] = cost;
            if (cost < least) least = cost;
          }
          begins[j] = Math.min(begins[j - 1], row[size]);
          if (least > most) { dead = j; break; }
        }
      }
      const isWhole = dead === 99 && rows[word.length][size] <= most;
      const distance = isWhole ? rows[word.length][size] : begins[Math.min(dead, word.length)];
      if ((isWhole || isOpen) && distance && distance <= most && !word.startsWith(term)) found.push({ word, distance, isWhole, off: Math.abs(word.length - size) });
    }
    return found.sort((a, b) => a.distance - b.distance || b.isWhole - a.isWhole || a.off - b.off).slice(0, count);
  };

  /* Finding: every word of the query must be on the page. Titles count more than headings, and those more than text;
     the very word more than a longer one, and that more than one with a mistake. */

  const fields = [1, 4, 8];
  const empty = () => ({ sections: new Float32Array(index.pageOf.length), titles: new Float32Array(index.titles.length) });
  const raise = (list, at, score) => { if (list[at] < score) list[at] = score; };

  const matchTerm = async (node, isOpen, mistakes) => {
    const scores = empty();
    const isPrefix = node.isPrefix ?? node.term.length > 1;
    const found = (await lookUp(node.term, isPrefix)).map(({ term, places }) => ({ places, score: term === node.term ? 1 : .5 + .3 * node.term.length / term.length }));
    node.mistakes = mistakes ? near(node.term, isOpen, mistakes) : [];
    for (const { word, distance, isWhole } of node.mistakes) {
      for (const { places } of await lookUp(word, false)) found.push({ places, score: (isWhole ? .12 : .08) / distance });
    }
    for (const { places, score } of found) {
      places.split('!').forEach((list, field) => eachPlace(list, place => field === 2
        ? raise(scores.titles, index.pageOf[place], score * fields[2])
        : raise(scores.sections, place, score * fields[field])));
    }
    return scores;
  };
  const match = async (node, isOpen, mistakes) => {
    const scores = node.term ? await matchTerm(node, isOpen, mistakes) : empty();
    if (!node.parts.length) return scores;
    const all = await Promise.all(node.parts.map(inner => match(inner, false, mistakes)));
    for (const kind of ['sections', 'titles']) {
      scores[kind].forEach((_, i) => {
        const least = Math.min(...all.map(one => one[kind][i]));
        if (least) raise(scores[kind], i, least * (node.term ? .6 : 1));
      });
    }
    return scores;
  };

  const parse = query => nodes(query).map(node => {
    if (!node.unspaced) return node;
    const { parts: pairs } = node;
    if (pairs.length === 1) return { ...pairs[0], isPrefix: true };
    return { parts: pairs.slice(0, -1).map(pair => ({ ...pair, isPrefix: false })) };
  });

  const rank = words => {
    const { pageOf, first, titles } = index;
    const best = words.map(({ sections, titles: own }) => {
      const pages = own.slice();
      for (let i = 0; i < sections.length; i++) if (sections[i]) raise(pages, pageOf[i], sections[i]);
      return pages;
    });
    const found = [];
    for (let page = 0; page < titles.length; page++) {
      if (!best.every(pages => pages[page])) continue;
      let score = best.reduce((sum, pages) => sum + pages[page], 0);
      let together = 0, places = 0;
      for (let section = first[page]; section < first[page + 1]; section++) {
        let sum = 0;
        for (const word of words) {
          if (!word.sections[section]) { sum = 0; break; }
          sum += word.sections[section];
        }
        together = Math.max(together, sum);
        if (sum) places++;
      }
      const isHeaded = together >= fields[1] * words.length; // a heading that says it all needs no count of places
      found.push({ page, score: score + together * .25 + (isHeaded ? 0 : .01 * places) });
    }
    return found.sort((a, b) => b.score - a.score || a.page - b.page);
  };

  // The sections of a page with most of the words, the best first.
  const sectionsOf = (page, words) => {
    const hits = [];
    for (let section = index.first[page]; section < index.first[page + 1]; section++) {
      const scores = words.map(word => word.sections[section]).filter(Boolean);
      if (scores.length) hits.push({ section, words: scores.length, score: scores.reduce((a, b) => a + b) });
    }
    const most = Math.max(0, ...hits.map(hit => hit.words));
    return hits.filter(hit => hit.words === most).sort((a, b) => b.score - a.score || a.section - b.section).map(hit => hit.section);
  };

  const shownPages = 10;
  const shownSections = 3;
  const enough = 4;

  const findOnce = async query => {
    if (!index) await open();
    const words = parse(query);
    if (!words.length) return { count: 0, pages: [], hits: () => -1 };
    const isTyping = !/\s$/.test(query);
    const scored = (mistakes, isOpen) => Promise.all(words.map((word, i) => match(word, isOpen && isTyping && i === words.length - 1, mistakes)));
    let scores = await scored(0);
    let found = rank(scores);
    if (found.length < enough) {
      scores = await scored(Math.ceil(12 / words.length), !found.length);
      found = rank(scores);
    }
    const pages = await Promise.all(found.slice(0, shownPages).map(async ({ page }) => {
      const sections = sectionsOf(page, scores);
      const isTitled = scores.every(({ titles: own }) => own[page]);
      const chunk = last(index.texts, first => first <= page);
      const texts = (await part(`text-${chunk}`))[page - index.texts[chunk]];
      const section = at => ({ heading: texts[3 * at], anchor: texts[3 * at + 1], text: texts[3 * at + 2] });
      return {
        title: index.titles[page],
        trail: index.trails[page],
        href: address(index.hrefs[page]),
        isWhole: isTitled || !sections.length || sections[0] === index.first[page],
        intro: sections.includes(index.first[page]) || !sections.length ? section(0).text : '',
        sections: sections.filter(one => one !== index.first[page]).slice(0, shownSections).map(one => section(one - index.first[page])),
      };
    }));
    return { count: found.length, pages, hits: hitsOf(words) };
  };
  const find = async query => {
    try {
      return await findOnce(query);
    } catch (error) {
      if (error instanceof Renewed) return findOnce(query);
      throw error;
    }
  };

  // Opened from disk, an address of a folder must name its file.
  const address = href => {
    const url = new URL(href, root);
    if (url.protocol === 'file:' && !/\.[a-z][a-z0-9]*$/i.test(url.pathname)) url.pathname += url.pathname.endsWith('/') ? 'index.html' : index.file;
    return url.href;
  };

  /* Marks: which stretches of a text the query has found. */

  const hitsOf = words => {
    const leaves = [];
    const visit = node => {
      if (node.term) leaves.push({ term: node.term, isPrefix: node.isPrefix ?? node.term.length > 1, mistakes: new Set(node.mistakes?.map(({ word }) => word)) });
      node.parts.forEach(visit);
    };
    words.forEach(visit);
    return term => leaves.findIndex(leaf => leaf.term === term || leaf.isPrefix && term.startsWith(leaf.term) || leaf.mistakes.has(term));
  };
  const markPiece = (piece, hits) => {
    if (unspaced.test(fold(piece))) {
      const letters = [...piece];
      let at = 0;
      return letters.flatMap((letter, i) => {
        const start = at;
        at += letter.length;
        const next = letters[i + 1] ?? '';
        const pair = hits(fold(letter + next));
        if (pair < 0) return [];
        return [[start, start + letter.length + (hits(fold(letter)) < 0 ? next.length : 0), pair]];
      });
    }
    const whole = hits(lower(fold(piece)));
    if (whole >= 0) return [[0, piece.length, whole]];
    let at = 0;
    return piece.split('.').flatMap(word => {
      const start = at;
      at += word.length + 1;
      const hit = Math.max(...flat(wordNode(fold(word))).map(hits));
      return hit < 0 ? [] : [[start, start + word.length, hit]];
    });
  };
  const marker = hits => {
    const known = new Map();
    return text => [...text.matchAll(runs)].flatMap(({ 0: run, index: start }) => {
      if (!known.has(run)) {
        known.set(run, [...run.matchAll(pieces)].flatMap(({ 0: piece, index: from }) => markPiece(piece, hits).map(([a, b, leaf]) => [from + a, from + b, leaf])));
      }
      return known.get(run).map(([a, b, leaf]) => [start + a, start + b, leaf]);
    });
  };

  window.glassySearch = (version, data) => { arrived = { version, data }; };
  Object.assign(window.glassySearch, { terms, find, marker });
})();
