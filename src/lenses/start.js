// Starts the lenses' program. The page's first message says where program and articles are, as `arrived` takes them; every
// other is a question. They are answered one after the other.
let last;

async function begin([program, shard]) {
  const bytes = arrived(shard);
  // A failure to fetch is told below, with that of the program.
  bytes.catch(() => {});
  await wasm_bindgen({ module_or_path: isAddress(program) ? program : arrived(program) });
  wasm_bindgen.begin(await bytes);
}

onmessage = ({ data }) => {
  last = last
    ? last.then(() => {
        const reply = wasm_bindgen.answer(data);
        postMessage(reply, [reply.buffer]);
      })
    : begin(data);
  // So that the page hears of it as of any other error.
  last.catch((error) => setTimeout(() => { throw error; }));
};
