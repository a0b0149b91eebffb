// What is typed: words that stand in the texts, so that there is something to find, and always the same ones.
import { words } from "../articles.mjs";

const LINES = 20;

/** How many words a line has, in turn, and whether they stand in quotation marks. */
const SHAPES = [
  { length: 1, quoted: false },
  { length: 2, quoted: false },
  { length: 3, quoted: false },
  { length: 3, quoted: true },
];

/** Lines to type, from all over the texts. */
export function lines(texts) {
  const told = texts.map(words).filter((text) => text.length > 3);
  if (told.length === 0) throw new Error("there are no words to type: the texts have none");
  return Array.from({ length: LINES }, (_, number) => {
    const text = told[number % told.length];
    const { length, quoted } = SHAPES[Math.floor(number / told.length) % SHAPES.length];
    const start = Math.floor((text.length - length) * ((number + 0.5) / LINES));
    const line = text.slice(start, start + length).join(" ");
    return quoted ? `"${line}"` : line;
  });
}
