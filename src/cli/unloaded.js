// Speaks when the program's files cannot be had, and with them not the script that would say so: no connection, or a
// browser that keeps pages on disk from loading files beside them.
addEventListener(
  "error",
  ({ target }) => {
    const notice = document.getElementById("loading");
    if (!(target instanceof HTMLScriptElement) || !notice) return;
    const disk = location.protocol === "file:";
    notice.textContent = disk
      ? "Opened from disk, this page can neither search nor filter; crossread.html beside it can. All the articles are below."
      : "Search and filters could not be loaded; all the articles are below, as plain text.";
    notice.hidden = false;
  },
  true,
);
