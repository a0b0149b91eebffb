// Starts the panel. Beside the page, its program has the address that the script's element names; in the page that is one
// file the program stands there.
(async ({ program }) => {
  const holder = document.getElementById("panel-program");
  try {
    const module_or_path = holder ? arrived(holder.textContent) : new URL(program, document.baseURI);
    await wasm_bindgen({ module_or_path });
  } catch (error) {
    console.error(error);
    dispatchEvent(new Event("crossread-own-failed"));
  }
})(document.currentScript.dataset);
