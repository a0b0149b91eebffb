// Tells the reader how far loading is, and if it fails, that the articles are there all the same.
export default function start() {
  const notice = document.getElementById("loading");
  // The file may still be arriving when starting has failed already.
  let over = false;
  const say = (text) => {
    notice.textContent = text;
    notice.hidden = text === "";
  };
  return {
    onStart: () => say("Loading search and filters …"),
    onProgress: ({ current, total }) => {
      if (!over && total > 0) say(`Loading search and filters … ${Math.min(100, Math.round((100 * current) / total))} %`);
    },
    onSuccess: () => {
      over = true;
      say("");
    },
    onFailure: (error) => {
      over = true;
      say("Search and filters could not start in this browser; all the articles are below, as plain text.");
      console.error(error);
    },
  };
}
