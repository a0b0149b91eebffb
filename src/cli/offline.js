// Once the page is ready: has it kept, so that it opens without a connection, and offers a new version when there is one.
addEventListener("TrunkApplicationStarted", () => {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  const begin = async () => {
    const registration = await serviceWorker.register("service-worker.js", { updateViaCache: "none" });
    const reload = () => {
      if (!registration.waiting) return location.reload();
      serviceWorker.oncontrollerchange = () => location.reload();
      registration.waiting.postMessage("take over");
    };
    const offer = () => {
      if (!registration.waiting || !serviceWorker.controller || document.getElementById("new-version")) return;
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Reload", onclick: reload });
      const notice = Object.assign(document.createElement("p"), { id: "new-version", className: "notice", role: "status" });
      notice.append("A new version of this page is ready. ", button);
      document.body.prepend(notice);
    };
    offer();
    registration.onupdatefound = () => {
      registration.installing.onstatechange = offer;
    };
    const { active } = await serviceWorker.ready;
    if ("own" in document.documentElement.dataset) active.postMessage("keep all");
  };
  // Browsers refuse where they keep nothing, as in some private windows: then the page needs its connection as before.
  (window.requestIdleCallback ?? setTimeout)(() => begin().catch(() => {}));
});
