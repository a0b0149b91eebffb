// Figures side by side, in text.

/** The smallest figure that this part of all are not above; `undefined` of none. */
export function percentile(figures, part) {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];
}

/** The median, with the lowest and the highest; a dash if there is nothing to measure. */
export function spread(figures) {
  if (figures.some((figure) => figure === undefined)) return "–";
  const [median, low, high] = [0.5, 0, 1].map((part) => percentile(figures, part).toFixed(1));
  return `${median} (${low}–${high})`;
}

/** Prints rows below a head, in columns as wide as they need to be. */
export function print(head, rows) {
  const widths = head.map((_, place) => Math.max(...[head, ...rows].map((row) => row[place].length)));
  for (const row of [head, widths.map((width) => "─".repeat(width)), ...rows]) {
    const cells = row.map((cell, place) => (place === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[place])));
    console.log(cells.join("   ").trimEnd());
  }
}
