// Puts a search box on the page, in the words that the page hands over. Without it, or where it fails, the page is a list
// of links.
const place = document.getElementById("search");
const index = await import(new URL("../pagefind/pagefind.js", import.meta.url));
await index.init();

const element = (name, attributes = {}, ...content) => {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...content);
  return made;
};

const box = element("input", { type: "search", id: "q", autocomplete: "off", value: new URLSearchParams(location.search).get("q") ?? "" });
const status = element("p", { className: "facts", role: "status" });
const list = element("ol", { className: "found" });
const form = element("form", { role: "search" }, element("label", { htmlFor: "q" }, place.dataset.label), box);
form.addEventListener("submit", (event) => event.preventDefault());
box.addEventListener("input", () => find(box.value));
place.append(form, status, list);
if (box.value) find(box.value);

// What a source printed must not become markup here: of an excerpt only text and marks are taken.
function excerpt(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return [...parsed.body.childNodes].map((node) =>
    node.nodeName === "MARK" ? element("mark", {}, node.textContent) : node.textContent);
}

async function find(words) {
  const search = await index.debouncedSearch(words.trim(), {}, 150);
  if (search === null) return; // more was typed meanwhile
  const pages = await Promise.all(search.results.slice(0, 20).map((result) => result.data()));
  if (box.value !== words) return;
  list.replaceChildren(...pages.map((page) => element("li", {},
    element("h2", {}, element("a", { href: page.url }, page.meta.title)),
    element("p", {}, ...excerpt(page.excerpt)))));
  const count = search.results.length;
  status.textContent = !words.trim() ? "" : count === 0 ? place.dataset.none
    : count === 1 ? place.dataset.one : place.dataset.several.replace("#", count.toLocaleString(document.documentElement.lang));
}
