// Starts the page that is one file. `glue` and `start` stand before this, the page's other scripts as objects of what
// they export; the program stands in the element #wasm, gzipped, in base64.
const { onStart, onComplete, onSuccess, onFailure } = start.default();

async function unpacked(holder) {
  if (typeof DecompressionStream === "undefined") {
    throw new Error("This browser cannot unpack the page's program: it knows no DecompressionStream.");
  }
  const packed = atob(holder.textContent);
  holder.remove();
  const bytes = Uint8Array.from({ length: packed.length }, (_, place) => packed.charCodeAt(place));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

onStart?.();
try {
  const wasm = await glue.default({ module_or_path: await unpacked(document.getElementById("wasm")) });
  onComplete?.();
  onSuccess?.(wasm);
  window.wasmBindings = glue;
  dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm } }));
} catch (error) {
  onComplete?.();
  onFailure?.(error);
}
