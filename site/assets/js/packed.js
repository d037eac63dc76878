// Reads packed predictions (docs/packed-predictions.md); loaded by the pages that show or check them.
(() => {
  if (glassy.packed) return; // the script is there once for each that needs it
  const loads = {};
  let text;
  window.glassyPredictions = given => { text = given; };

  // The bytes of a file of predictions, loaded once: `predictions-packed.js`, which pages from disk can read too.
  const load = src => loads[src] ??= new Promise((done, fail) => {
    document.head.append(Object.assign(document.createElement('script'), {
      src,
      onload: () => { try { done(Uint8Array.from(atob(text), letter => letter.charCodeAt(0))); } catch (error) { fail(error); } },
      onerror: fail,
    }));
  });

  const half = bits => {
    const [power, part] = [bits >> 10 & 31, (bits & 1023) / 1024];
    return (bits & 32768 ? -1 : 1) * (power ? 2 ** (power - 15) * (1 + part) : 2 ** -14 * part);
  };

  // The columns; of a run that gave its answers alone labels and answers.
  const unpack = bytes => {
    const [version, count, classes, kept] = [8, 12, 16, 20].map(place => new DataView(bytes.buffer).getUint32(place, true));
    if (version !== 1) throw new Error(`the packed predictions have version ${version}, expected 1`);
    const Class = classes > 256 ? Uint16Array : Uint8Array;
    let at = 56;
    const take = Type => new Type(bytes.buffer.slice(at, at += count * Type.BYTES_PER_ELEMENT));
    const halves = () => Float64Array.from(take(Uint16Array), half);
    const found = { count, classes, kept, label: take(Class), answer: take(Class) };
    if (!kept) return found;
    const [rank, loss, rest, brier] = [take(Uint8Array), halves(), halves(), halves()];
    const largest = kept < classes ? Array.from({ length: kept }, () => take(Class)) : null;
    const levels = Array.from({ length: kept }, () => take(Uint8Array));
    const scores = index => levels.map((column, place) => [largest ? largest[place][index] : place, column[index] / 255]);
    return { ...found, rank, loss, rest, brier, scores };
  };

  glassy.packed = { load, unpack };
})();
