// Starts the worker. The page's first message says where the program is: its address, or in the page that is one file
// the program itself, gzipped, in base64. Every other is an order; they are carried out one after the other.
let last;

async function unpacked(text) {
  const packed = atob(text);
  const bytes = Uint8Array.from({ length: packed.length }, (_, place) => packed.charCodeAt(place));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

onmessage = ({ data }) => {
  last = last
    ? last.then(() => wasm_bindgen.receive(data))
    : wasm_bindgen({ module_or_path: /^[a-z]+:/.test(data) ? data : unpacked(data) });
  // So that the page hears of it as of any other error.
  last.catch((error) => setTimeout(() => { throw error; }));
};
