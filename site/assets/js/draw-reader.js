// Reads drawings as the program does: from a sheet to the model's pixels (the numbered steps of the guide's page on drawings, after
// Datasets/Drawings/DrawingPreprocessor.cs), and from those to probabilities. Golden vectors in tests/ hold both to the same answers.
glassy.reader = (() => {
  const round = value => Math.floor(value + .5);
  const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

  // The outermost rows and columns, each pixel once.
  const borderOf = (height, width) => {
    const pixels = [];
    for (let y = 0; y < height; y++) {
      const step = y === 0 || y === height - 1 ? 1 : Math.max(width - 1, 1);
      for (let x = 0; x < width; x += step) pixels.push(y * width + x);
    }
    return pixels;
  };

  // Steps 1 and 2: grey levels, with the paper behind what is transparent.
  const overPaper = (rgba, height, width) => {
    const count = height * width;
    const luma = new Float64Array(count);
    let [sum, mass] = [0, 0];
    for (let i = 0; i < count; i++) {
      luma[i] = (299 * rgba[4 * i] + 587 * rgba[4 * i + 1] + 114 * rgba[4 * i + 2]) / 1000;
      sum += luma[i] * rgba[4 * i + 3];
      mass += rgba[4 * i + 3];
    }
    const border = borderOf(height, width);
    let [borderSum, borderMass] = [0, 0];
    for (const i of border) {
      borderSum += luma[i] * rgba[4 * i + 3];
      borderMass += rgba[4 * i + 3];
    }
    const contrasting = (mass === 0 ? 0 : sum / mass) < 128 ? 255 : 0;
    const paper = borderMass / border.length < 128 ? contrasting : borderSum / borderMass;
    return luma.map((level, i) => (level * rgba[4 * i + 3] + paper * (255 - rgba[4 * i + 3])) / 255);
  };

  // Steps 3 and 4, in place: ink up to 255, paper 0; false when nothing is drawn.
  const brightenInk = (levels, height, width) => {
    const border = Float64Array.from(borderOf(height, width), i => levels[i]).sort();
    let paper = border[border.length >> 1];
    let [least, greatest] = [Infinity, -Infinity];
    for (const level of levels) {
      if (level < least) least = level;
      if (level > greatest) greatest = level;
    }
    const invert = paper > (least + greatest) / 2;
    if (invert) [paper, greatest] = [255 - paper, 255 - least];
    if (greatest - paper < 16) return false;
    for (let i = 0; i < levels.length; i++) {
      const level = 255 * ((invert ? 255 - levels[i] : levels[i]) - paper) / (greatest - paper);
      levels[i] = level < 25.5 ? 0 : level;
    }
    return true;
  };

  // Step 5.
  const crop = (levels, height, width) => {
    let [top, bottom, left, right] = [height, -1, width, -1];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (levels[y * width + x] < 51) continue;
        [top, bottom] = [Math.min(top, y), y];
        [left, right] = [Math.min(left, x), Math.max(right, x)];
      }
    }
    const [rows, columns] = [bottom - top + 1, right - left + 1];
    const part = new Float64Array(rows * columns);
    for (let y = 0; y < rows; y++) {
      const start = (top + y) * width + left;
      part.set(levels.subarray(start, start + columns), y * columns);
    }
    return { levels: part, height: rows, width: columns };
  };

  // What each target sample is the weighted sum of, after Imaging/Resampler.cs: [[sample, factor], …].
  const cubic = d => d <= 1 ? 1.25 * d ** 3 - 2.25 * d ** 2 + 1 : -.75 * d ** 3 + 3.75 * d ** 2 - 6 * d + 3;
  const weightsOf = (from, to) => Array.from({ length: to }, (_, target) => {
    const scale = from / to;
    if (to <= from) {
      const [start, end] = [target * scale, (target + 1) * scale];
      const first = Math.floor(start);
      return Array.from({ length: Math.min(Math.ceil(end), from) - first }, (_, i) =>
        [first + i, (Math.min(end, first + i + 1) - Math.max(start, first + i)) / scale]);
    }
    const position = (target + .5) * scale - .5;
    const first = Math.floor(position) - 1;
    return [0, 1, 2, 3].map(i => [clamp(first + i, 0, from - 1), cubic(Math.abs(position - first - i))]);
  });
  const resize = (levels, height, width, newHeight, newWidth) => {
    const sum = (weights, source, offset, step) => weights.reduce((total, [sample, factor]) => total + source[offset + sample * step] * factor, 0);
    const columns = weightsOf(width, newWidth);
    const narrow = new Float64Array(height * newWidth);
    for (let i = 0; i < narrow.length; i++) narrow[i] = sum(columns[i % newWidth], levels, Math.floor(i / newWidth) * width, 1);
    const rows = weightsOf(height, newHeight);
    return Float64Array.from({ length: newHeight * newWidth }, (_, i) => sum(rows[Math.floor(i / newWidth)], narrow, i % newWidth, newWidth));
  };

  // Steps 6 and 7: whole levels, the greatest 255.
  const fit = (glyph, model) => {
    const [boxHeight, boxWidth] = [model.height, model.width].map(side => Math.max(1, round(20 * side / 28)));
    const scale = Math.min(boxHeight / glyph.height, boxWidth / glyph.width);
    const [height, width] = [glyph.height, glyph.width].map(side => Math.max(1, round(scale * side)));
    const levels = resize(glyph.levels, glyph.height, glyph.width, height, width);
    const factor = 255 / Math.max(...levels);
    return { levels: levels.map(level => round(Math.max(level, 0) * factor)), height, width };
  };

  // Steps 8 and 9.
  const centre = ({ levels, height, width }, model) => {
    let [mass, massY, massX] = [0, 0, 0];
    levels.forEach((level, i) => {
      mass += level;
      massY += level * Math.floor(i / width);
      massX += level * (i % width);
    });
    const top = clamp(round(model.height / 2 - massY / mass), 0, model.height - height);
    const left = clamp(round(model.width / 2 - massX / mass), 0, model.width - width);
    const pixels = new Uint8Array(model.height * model.width);
    levels.forEach((level, i) => { pixels[(top + Math.floor(i / width)) * model.width + left + i % width] = level; });
    return model.polarity === 'dark-on-bright' ? pixels.map(level => 255 - level) : pixels;
  };

  // RGBA bytes of a sheet, not premultiplied, to the model's [height · width] levels; null when nothing is drawn.
  const prepare = (rgba, height, width, model) => {
    const levels = overPaper(rgba, height, width);
    return brightenInk(levels, height, width) ? centre(fit(crop(levels, height, width), model), model) : null;
  };

  // After Models/InputNormalizer.cs.
  const normalizers = {
    'unit-columns': (pixels, { width }) => {
      const squares = new Float64Array(width);
      pixels.forEach((level, i) => { squares[i % width] += level * level; });
      return Float32Array.from(pixels, (level, i) => level / (Math.sqrt(squares[i % width]) || 1));
    },
    scale: pixels => Float32Array.from(pixels, level => level / 255),
    none: pixels => Float32Array.from(pixels),
  };
  const normalize = (pixels, model) => normalizers[model.normalize](pixels, model);

  // A layer of the published script to one that computes: each character is a level (Drawing/WeightLevels.cs) times its row's scale.
  const decode = layer => {
    const row = layer.weights.length / layer.outputs;
    return {
      ...layer,
      weights: Float32Array.from({ length: layer.weights.length }, (_, i) => {
        const code = layer.weights.charCodeAt(i);
        return (code - 32 - (code > 34) - (code > 92) - 46) * layer.scales[Math.floor(i / row)];
      }),
    };
  };

  const dense = ({ inputs, outputs, relu, weights, biases }, input) => {
    const result = new Float64Array(outputs);
    for (let row = 0; row < outputs; row++) {
      let sum = biases[row];
      for (let i = 0, at = row * inputs; i < inputs; i++, at++) sum += weights[at] * input[i];
      result[row] = relu && sum < 0 ? 0 : sum;
    }
    return result;
  };

  // Filters of 3×3 over [height, width, inputs] with zeros beyond the edge, ReLU, and the largest of each 2×2 pixels. Both are padded and
  // turned so that the three pixels of a filter's row, with their channels, lie side by side.
  const convolve = ({ inputs, outputs, weights, biases, over: { height, width } }, input) => {
    const [stride, run, rows, columns] = [(width + 2) * inputs, 3 * inputs, height >> 1, width >> 1];
    const padded = new Float64Array((height + 2) * stride);
    for (let y = 0; y < height; y++) padded.set(input.subarray(y * width * inputs, (y + 1) * width * inputs), (y + 1) * stride + inputs);
    const turned = Float64Array.from(weights, (_, i) => {
      const [filter, part] = [Math.floor(i / (9 * inputs)), i % (9 * inputs)];
      return weights[(filter * inputs + part % inputs) * 9 + Math.floor(part / inputs)];
    });
    const result = new Float64Array(rows * columns * outputs); // zeros: what is less is cut by ReLU
    for (let y = 0; y < 2 * rows; y++) {
      for (let x = 0; x < 2 * columns; x++) {
        const to = ((y >> 1) * columns + (x >> 1)) * outputs;
        for (let filter = 0, at = 0; filter < outputs; filter++) {
          let sum = biases[filter];
          for (let from = y * stride + x * inputs, row = 0; row < 3; row++, from += stride) {
            for (let i = 0; i < run; i++) sum += turned[at++] * padded[from + i];
          }
          if (sum > result[to + filter]) result[to + filter] = sum;
        }
      }
    }
    return result;
  };

  // [classes] logits of normalised inputs through layers as decode gives them.
  const logits = (layers, values) => layers.reduce((input, layer) => layer.over ? convolve(layer, input) : dense(layer, input), values);

  const softmax = values => {
    const greatest = Math.max(...values);
    const powers = values.map(value => Math.exp(value - greatest));
    const sum = powers.reduce((total, power) => total + power, 0);
    return powers.map(power => power / sum);
  };

  return { prepare, normalize, decode, logits, softmax };
})();
