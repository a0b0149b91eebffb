// Starts the page that is one file. `glue` and `start` stand before this, the page's other scripts as objects of what
// they export; the program stands in the element #wasm, gzipped, in base64. What stands in such elements stays there: a
// reader can make another page of this one.
const { onStart, onComplete, onSuccess, onFailure } = start.default();

async function unpacked(holder) {
  if (typeof DecompressionStream === "undefined") {
    throw new Error("This browser cannot unpack the page's program: it knows no DecompressionStream.");
  }
  const packed = atob(holder.textContent);
  const bytes = Uint8Array.from({ length: packed.length }, (_, place) => packed.charCodeAt(place));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

onStart?.();
try {
  // A page that a reader made in the browser has another library in it than the program.
  const library = document.getElementById("library-packed");
  if (library) window.crossreadLibrary = new Uint8Array(await unpacked(library));
  const wasm = await glue.default({ module_or_path: await unpacked(document.getElementById("wasm")) });
  onComplete?.();
  onSuccess?.(wasm);
  window.wasmBindings = glue;
  dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm } }));
} catch (error) {
  onComplete?.();
  onFailure?.(error);
}
