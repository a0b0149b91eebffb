// Starts the worker. The page's first message says where the program is, as `arrived` takes it; every other is an order.
// They are carried out one after the other.
let last;

async function receive(parts) {
  // Whatever of it is elsewhere is fetched first.
  const [order, ...beside] = parts;
  const all = await Promise.all(beside.map(arrived));
  return wasm_bindgen.receive([order, ...all]);
}

onmessage = ({ data }) => {
  last = last
    ? last.then(() => receive(data))
    : wasm_bindgen({ module_or_path: isAddress(data) ? data : arrived(data) });
  // So that the page hears of it as of any other error.
  last.catch((error) => setTimeout(() => { throw error; }));
};
