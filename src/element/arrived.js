// Stands before the scripts that start the programs. What a program needs is given to it as bytes, as the address of a
// file, or, in the page that is one file, as the text of it: gzipped, in base64.
const isAddress = (source) => typeof source === "string" && /^[a-z]+:/.test(source);

/** The bytes of a source, unpacked. */
async function arrived(source) {
  if (typeof source !== "string") return source;
  let bytes;
  if (isAddress(source)) {
    const answer = await fetch(source);
    if (!answer.ok) throw new Error(`${source}: ${answer.status}`);
    bytes = new Uint8Array(await answer.arrayBuffer());
  } else {
    const packed = atob(source);
    bytes = Uint8Array.from({ length: packed.length }, (_, place) => packed.charCodeAt(place));
  }
  // Some servers unpack on the way.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
