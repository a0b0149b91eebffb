// The articles as their files have them, and words of them to ask for: whatever the articles are, the tests find some.
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { ARTICLES } from "./places.mjs";

/** Lower case, without accents. */
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The words of a text, folded. */
export const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Reads the plain text files of a folder, in the order of their names. */
export function read(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));
  return files.sort().map((file) => {
    const text = readFileSync(join(folder, file), "utf8").replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    return { id: basename(file, ".txt"), text, lines, words: new Set(words(text)) };
  });
}

/** The articles that the page was built from. */
export const articles = read(ARTICLES);

/** The ids of the articles for which something holds, sorted. */
export const idsOf = (holds) => articles.filter(holds).map((article) => article.id).sort();

/** Whether a line is of the story: long, and ending as sentences do. */
const isStory = (line) => line.length > 80 && /[.!?]["'”’]?$/.test(line.trim());

/** Words of the stories, five letters or more, that nowhere stand beside an apostrophe or hyphen, by the alphabet. */
const plainWords = (() => {
  const all = new Set(articles.flatMap((article) => [...article.words]));
  const joined = new Set();
  for (const { text } of articles) {
    for (const [compound] of fold(text).matchAll(/[\p{L}\p{N}]+(?:['’&\-‐-―][\p{L}\p{N}]*)+|['’\-][\p{L}\p{N}]+/gu)) {
      words(compound).forEach((word) => joined.add(word));
    }
  }
  const told = articles.map((article) => new Set(article.lines.filter(isStory).flatMap(words)));
  const isTold = (word) => articles.every((article, place) => !article.words.has(word) || told[place].has(word));
  return [...all].filter((word) => /^[a-z]{5,}$/.test(word) && !joined.has(word) && isTold(word)).sort();
})();

const having = (word) => articles.filter((article) => article.words.has(word));
const inOneLine = (article, ...wanted) =>
  article.lines.some((line) => wanted.every((word) => words(line).includes(word)));

function found(what, value) {
  if (value === undefined) throw new Error(`the articles have no ${what}, which the tests need`);
  return value;
}

function first(pairs) {
  for (const pair of pairs) if (pair) return pair;
  return undefined;
}

/** A word of some articles and not of all. */
export const common = found(
  "word that stands in some articles and not in all",
  plainWords.filter((word) => having(word).length < articles.length).sort((a, b) => having(b).length - having(a).length)[0],
);

/** A long word of one article, more than three letters away from every other word of the articles. */
export const rare = found(
  "word unlike all others",
  plainWords.find((word) => word.length >= 7 && having(word).length === 1 && plainWords.every((other) => other === word || distance(word, other) > 3)),
);

/** Two words that one article has, though in no line together, and of which another article has only the first. */
export const apart = found(
  "two words that stand in an article but in none of its lines together",
  first(
    plainWords.flatMap((one) =>
      plainWords.map((two) => {
        const both = having(one).filter((article) => article.words.has(two));
        const fits =
          one < two &&
          both.length > 0 &&
          both.length < having(one).length &&
          both.every((article) => !inOneLine(article, one, two));
        return fits && { one, two };
      }),
    ),
  ),
);

/** Three words side by side in a story. */
export const phrase = found(
  "three plain words side by side",
  articles
    .flatMap((article) => article.lines.filter(isStory))
    .map((line) => /(?<![\p{L}\p{N}'’-])[a-z]{4,} [a-z]{2,} [a-z]{4,}(?![\p{L}\p{N}'’-])/u.exec(line)?.[0])
    .find((words) => words !== undefined),
);

/** Letters to change to make one word of the other. */
export function distance(one, two) {
  let row = Array.from({ length: two.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= two.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === two[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[two.length];
}
