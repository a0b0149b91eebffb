// Zip archives for the tests: Word documents, e-books, and what only pretends to be one.
import { crc32, deflateRawSync } from "node:zlib";

/** An archive of these parts: names and texts. */
export function packed(parts) {
  const files = [];
  const list = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const squeezed = deflateRawSync(bytes);
    // Version, flags, method, time, date, checksum, both sizes, length of the name, no extra field.
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(squeezed.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const file = Buffer.concat([Buffer.from("PK\x03\x04"), about, Buffer.from(name), squeezed]);
    list.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), about, place, Buffer.from(name)]));
    files.push(file);
    offset += file.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(list.length, 8);
  end.writeUInt16LE(list.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directory, end]);
}

/** A Word document of these paragraphs; the first is its title. */
export function word(title, ...paragraphs) {
  const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
  const body = paragraphs.map((text) => `<w:p>${run(text)}</w:p>`).join("");
  const head = `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${run(title)}</w:p>`;
  return packed({ "word/document.xml": `<w:document xmlns:w="w"><w:body>${head}${body}</w:body></w:document>` });
}

/** An e-book with one chapter. */
export function book(title, text) {
  return packed({
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
    "book.opf": '<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
    "a.xhtml": `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`,
  });
}
