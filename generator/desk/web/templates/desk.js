// Selecting words in a capture copies them as a footnote and puts them into the field above. Nothing needs this.
(() => {
  const capture = document.getElementById("capture");
  const words = document.getElementById("words");
  const shown = document.getElementById("footnote");
  document.getElementById("selecting").hidden = false;
  shown.setAttribute("role", "status");

  const take = async () => {
    const selection = document.getSelection();
    const text = selection.toString().replace(/\s+/g, " ").trim();
    if (!text || !capture.contains(selection.anchorNode) || !capture.contains(selection.focusNode)) return;
    const footnote = `[^${shown.dataset.label}]: ${shown.dataset.source}: "${text}"`;
    words.value = text;
    const code = document.createElement("code");
    code.textContent = footnote;
    try {
      await navigator.clipboard.writeText(footnote);
      shown.replaceChildren("Copied: ", code);
    } catch {
      shown.replaceChildren(code);
    }
  };
  capture.addEventListener("pointerup", take);
  capture.addEventListener("keyup", (event) => { if (event.key === "Shift") take(); });
})();
