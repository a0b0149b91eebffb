// Starts the panel. Beside the page, its program has the address that the script's element names; in the page that is one
// file the program stands there, gzipped, in base64.
(async ({ program }) => {
  const unpacked = async (holder) => {
    const packed = atob(holder.textContent);
    const bytes = Uint8Array.from({ length: packed.length }, (_, place) => packed.charCodeAt(place));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  };
  const holder = document.getElementById("panel-program");
  try {
    await wasm_bindgen({ module_or_path: holder ? unpacked(holder) : new URL(program, document.baseURI) });
  } catch (error) {
    console.error(error);
    dispatchEvent(new Event("crossread-own-failed"));
  }
})(document.currentScript.dataset);
