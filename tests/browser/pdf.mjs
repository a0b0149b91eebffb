// PDF files for the tests: one that Chromium prints, and what only pretends to be one.
import { deflateSync } from "node:zlib";

/** A file of these objects, numbered from 1; the first is its catalogue. */
export function pdf(objects, trailer = "") {
  const parts = [Buffer.from("%PDF-1.7\n")];
  const places = [];
  let length = parts[0].length;
  for (const [at, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n")]);
    places.push(length);
    parts.push(part);
    length += part.length;
  }
  const list = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${list}${end}`)]);
}

/** One page with this content, which is packed. */
export function page(content, trailer = "") {
  const data = deflateSync(content);
  return pdf(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 600 800] >>",
      "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
      Buffer.concat([Buffer.from(`<< /Filter /FlateDecode /Length ${data.length} >>\nstream\n`), data, Buffer.from("\nendstream")]),
    ],
    trailer,
  );
}

/** A page that is locked with a password. */
export const locked = () =>
  page("BT ET", `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"00".repeat(32)}> /U <${"00".repeat(32)}> >>`);

/** What a browser prints of a page with this text, with its date, title, address and number around it. */
export async function printed(browser, title, text) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const body = `<!doctype html><meta charset="utf-8"><title>${title}</title><article><h1>${title}</h1><p>${text}</p></article>`;
  await page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("https://harbour.example/ferry");
  const bytes = await page.pdf({ displayHeaderFooter: true, margin: { top: "2cm", bottom: "2cm" } });
  await context.close();
  return bytes;
}
