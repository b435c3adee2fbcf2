// What is asked of a page in the browser. An object of functions, each called with one argument; each gives plain data.
({
  // Selectors and problems that axe-core finds.
  async axe() {
    const found = await axe.run(document, { resultTypes: ["violations"] });
    return found.violations.flatMap((rule) =>
      rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.target.join(" ")}`));
  },

  // Elements that stick out of the page sideways.
  overflow() {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width > 0 && box.right > width + 1;
    });
    const names = wide.slice(0, 5).map((one) => one.tagName.toLowerCase() + (one.className ? "." + one.className : ""));
    return [`the page is ${document.documentElement.scrollWidth} px wide in ${width} px: ${names.join(", ")}`];
  },

  // Text whose own box hides a part of it.
  clipped() {
    return [...document.body.querySelectorAll("p, li, h1, h2, h3, td, th, button, a, summary, dd")]
      .filter((one) => {
        const style = getComputedStyle(one);
        const hides = style.overflowX === "hidden" || style.overflowX === "clip";
        return hides && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1;
      })
      .map((one) => `${one.tagName.toLowerCase()} is cut off: ${one.textContent.trim().slice(0, 40)}`);
  },

  // Contrast of every text with what is painted behind it: [ratio, needed, text] where it is too low. Text of the
  // article in its usual size needs 7 (AAA), large text and the small print around it what AA asks for.
  contrast() {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    canvas.canvas.width = canvas.canvas.height = 1;
    const rgba = (colour) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data].map((part, at) => (at === 3 ? part / 255 : part));
    };
    const over = (top, below) => [0, 1, 2].map((at) => top[at] * top[3] + below[at] * (1 - top[3]));
    const light = ([r, g, b]) => {
      const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    };
    const behind = (one) => {
      const layers = [];
      for (let at = one; at; at = at.parentElement) layers.unshift(rgba(getComputedStyle(at).backgroundColor));
      return layers.reduce((below, top) => over(top, below), [255, 255, 255]);
    };
    const seen = new Map();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const text = walk.currentNode.textContent.trim();
      const one = walk.currentNode.parentElement;
      if (!text || one.closest("svg, script, style") || !one.checkVisibility({ visibilityProperty: true })) continue;
      const style = getComputedStyle(one);
      const size = parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
      const body = Boolean(one.closest("main")) && size >= 16 && !one.closest(".around, button");
      const needed = large ? (body ? 4.5 : 3) : body ? 7 : 4.5;
      let opacity = 1;
      for (let at = one; at; at = at.parentElement) opacity *= parseFloat(getComputedStyle(at).opacity);
      const back = behind(one);
      const colour = rgba(style.color);
      const front = over([...colour.slice(0, 3), colour[3] * opacity], back);
      const [high, low] = [light(front), light(back)].sort((a, b) => b - a);
      const ratio = (high + 0.05) / (low + 0.05);
      const key = `${one.tagName.toLowerCase()}.${one.className}`;
      const former = seen.get(key);
      if (!former || ratio / needed < former.ratio / former.needed) seen.set(key, { ratio, needed, body, text, key });
    }
    const all = [...seen.values()];
    const least = (some) => some.reduce((low, one) => Math.min(low, one.ratio), 21);
    return {
      body: least(all.filter((one) => one.body)),
      rest: least(all.filter((one) => !one.body)),
      findings: all.filter((one) => one.ratio < one.needed).map((one) =>
        `${one.key}: ${one.ratio.toFixed(2)}, needs ${one.needed}: ${one.text.slice(0, 40)}`),
    };
  },

  // Elements that move although the reader asked for no motion.
  motion() {
    return [...document.querySelectorAll("*")].flatMap((one) => {
      const style = getComputedStyle(one);
      const name = one.tagName.toLowerCase();
      const moves = (durations) => durations.split(",").some((part) => parseFloat(part) > 0.01);
      const found = [];
      if (style.animationName !== "none" && moves(style.animationDuration)) found.push(`${name} is animated`);
      if (moves(style.transitionDuration)) found.push(`${name} has a transition`);
      if (style.scrollBehavior === "smooth") found.push(`${name} scrolls smoothly`);
      return found;
    });
  },

  // Marks of the pictures that cannot be told from the page with the colours that a reader forces on it.
  forced() {
    const sample = document.body.appendChild(document.createElement("i"));
    sample.style.backgroundColor = "Canvas";
    const page = getComputedStyle(sample).backgroundColor;
    sample.remove();
    const found = [];
    for (const one of document.querySelectorAll("svg rect, svg path, svg circle")) {
      const style = getComputedStyle(one);
      const painted = [style.fill, style.stroke].filter((colour) => colour !== "none" && colour !== page);
      if (!painted.length) found.push(`${one.tagName} ${one.getAttribute("class") || ""} is painted like the page`);
    }
    for (const one of document.querySelectorAll("mark")) {
      const style = getComputedStyle(one);
      const plain = style.backgroundColor === page || style.backgroundColor === "rgba(0, 0, 0, 0)";
      if (plain && style.textDecorationLine === "none") found.push("the cited words look like the words around them");
    }
    return found;
  },

  // Buttons and summaries smaller than 24 px, and links that stand alone (WCAG 2.5.8: those in a text are free).
  targets() {
    const block = (one) => (getComputedStyle(one).display.startsWith("inline") ? block(one.parentElement) : one);
    const texts = (one) => {
      const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walk.nextNode()) if (!walk.currentNode.parentElement.closest("a, button, summary, .vh")) found.push(walk.currentNode.data);
      return found.join("");
    };
    return [...document.querySelectorAll("button, summary, a[href]")]
      .filter((one) => one.checkVisibility() && !one.closest("[aria-hidden=true]"))
      .filter((one) => one.tagName !== "A" || !/\p{L}/u.test(texts(block(one.parentElement))))
      .filter((one) => {
        const box = one.getBoundingClientRect();
        return box.width > 1 && (box.height < 23.9 || box.width < 23.9);
      })
      .map((one) => {
        const box = one.getBoundingClientRect();
        return `${box.width.toFixed(0)} x ${box.height.toFixed(0)} px: ${one.textContent.trim().slice(0, 30)}`;
      });
  },

  // Opens all that is folded.
  unfold() {
    for (const one of document.querySelectorAll("details")) one.open = true;
  },

  // Words that are broken within, except in code and addresses.
  broken() {
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const letters = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{N}’']+/gu;
    while (walk.nextNode()) {
      const one = walk.currentNode.parentElement;
      if (one.closest("code, pre, svg, script, style, .vh, .skip") || !one.checkVisibility()) continue;
      for (const token of walk.currentNode.data.matchAll(/\S+/g)) {
        if (/[@\/_]|\.\p{L}/u.test(token[0])) continue;
        for (const word of token[0].matchAll(letters)) {
          range.setStart(walk.currentNode, token.index + word.index);
          range.setEnd(walk.currentNode, token.index + word.index + word[0].length);
          const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
          if (boxes.some((box) => box.top >= boxes[0].bottom - 1)) found.push(word[0]);
        }
      }
    }
    return found;
  },

  // What buttons and summaries are called, in their order.
  names() {
    return [...document.querySelectorAll("button, summary")]
      .map((one) => (one.getAttribute("aria-label") || one.textContent).replace(/\s+/g, " ").trim());
  },

  // Pictures that are not described or do not load.
  async images() {
    const found = [];
    for (const one of document.images) {
      const name = one.getAttribute("src").slice(0, 60);
      one.loading = "eager";
      await one.decode().catch(() => {});
      if (!one.hasAttribute("alt")) found.push(`${name} has no alt`);
      if (!one.naturalWidth) found.push(`${name} does not load`);
    }
    return { count: document.images.length, findings: found };
  },

  // The text of each block but of what is quoted letter by letter.
  blocks() {
    const blocks = new Map();
    const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      let one = walk.currentNode.parentElement;
      if (one.closest("blockquote, q, code, pre, svg, script, style, .editor")) continue;
      while (getComputedStyle(one).display.startsWith("inline")) one = one.parentElement;
      blocks.set(one, (blocks.get(one) || "") + walk.currentNode.data);
    }
    return [...blocks.values()].map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean);
  },

  // Text of the elements of these identifiers that something else lies over.
  covered(ids) {
    const found = [];
    const range = document.createRange();
    for (const id of ids) {
      const claim = document.getElementById(id);
      const walk = document.createTreeWalker(claim, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const one = walk.currentNode.parentElement;
        if (!walk.currentNode.data.trim() || one.closest(".vh") || !one.checkVisibility()) continue;
        one.scrollIntoView({ block: "center" });
        range.selectNodeContents(walk.currentNode);
        const hidden = [...range.getClientRects()].some((box) => {
          const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          return box.width > 1 && hit && !hit.contains(one) && !one.contains(hit);
        });
        if (hidden) found.push(`${id}: ${walk.currentNode.data.trim().slice(0, 40)}`);
      }
    }
    return found;
  },

  // What Readability makes of the page without its evidence, and what differs from claims, which it has to keep.
  reader() {
    const differing = [...document.querySelectorAll(".against")].map((one) => one.textContent);
    const copy = document.cloneNode(true);
    for (const one of copy.querySelectorAll(".proof")) one.remove();
    const article = new Readability(copy).parse();
    return { text: article ? article.textContent : "", differing };
  },

  // Words that stand glued together where no style sheet sets them apart.
  glued() {
    for (const sheet of document.styleSheets) sheet.disabled = true;
    const block = (one) => (getComputedStyle(one).display.startsWith("inline") ? block(one.parentElement) : one);
    const parted = (first, second) => {
      const range = document.createRange();
      range.setStartAfter(first);
      range.setEndBefore(second);
      return Boolean(range.cloneContents().querySelector("br"));
    };
    const glued = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let last = null;
    while (walk.nextNode()) {
      const node = walk.currentNode;
      if (node.parentElement.closest("svg, script, style, pre")) continue;
      const together = last && block(last.parentElement) === block(node.parentElement) && !parted(last, node);
      if (together && /[\p{L}\p{N}.,;:!?”’)\]]$/u.test(last.data) && /^[\p{L}\p{N}]/u.test(node.data))
        glued.push(`${last.data.trim().slice(-20)}|${node.data.trim().slice(0, 20)}`);
      last = node;
    }
    for (const sheet of document.styleSheets) sheet.disabled = false;
    return glued;
  },

  // The text of the page without style sheets, by lines.
  plain() {
    for (const sheet of document.styleSheets) sheet.disabled = true;
    return document.querySelector("main").innerText;
  },

  // In print: what is folded, navigation that paper cannot use, headings that a page may part from their text.
  print() {
    const shown = (one) => one.checkVisibility() && one.getBoundingClientRect().height > 0;
    const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
    const told = (one) => one.textContent.trim().slice(0, 40);
    return [
      ...all("details, summary").map((one) => `what is folded is printed: ${told(one)}`),
      ...all("nav, .skip, .here").map((one) => `navigation is printed: ${told(one)}`),
      ...all("main :is(h1, h2, h3)").filter((one) => !getComputedStyle(one).breakAfter.startsWith("avoid"))
        .map((one) => `a page may end after the heading ${told(one)}`),
    ];
  },

  // What the elements of these identifiers show, by identifier.
  texts(ids) {
    return Object.fromEntries(ids.map((id) => [id, (document.getElementById(id) || {}).innerText || ""]));
  },

  // For each claim of these identifiers: its wording, what is said to differ, and the quotes of its evidence.
  quotes(ids) {
    return Object.fromEntries(ids.map((id) => {
      const claim = document.getElementById(id);
      const link = document.querySelector(`.by a[href="#${id}"]`);
      if (!claim || !link) return [id, { wording: "", quotes: [] }];
      const part = link.closest(".told, li");
      return [id, {
        wording: (claim.matches("li") ? claim.querySelector("p") : claim).textContent,
        quotes: [...part.querySelectorAll(".proof mark, .against > span:not(.kind)")].map((one) => one.textContent),
      }];
    }));
  },

  // The quotes of the evidence of differences.
  sides() {
    return [...document.querySelectorAll(".differ mark")].map((one) => one.textContent);
  },

  // What has the focus: its description, whether the reader sees that it has, whether it is on the screen.
  focus() {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const proofs = [...document.querySelectorAll("details.proof")];
    const name = one.getAttribute("aria-label") || one.textContent.trim().slice(0, 40);
    return {
      name: `${one.tagName.toLowerCase()} ${name}`,
      proof: one.matches("details.proof > summary") ? proofs.indexOf(one.parentElement) : null,
      marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
      shown: box.bottom > 0 && box.top < innerHeight && box.width > 0,
      inside: one.matches("summary") ? null : proofs.indexOf(one.closest("details.proof")),
    };
  },

  // How many pieces of evidence there are.
  proofs() {
    return document.querySelectorAll("details.proof").length;
  },

  // Whether the evidence of a number is open, and in view.
  proof(number) {
    const one = document.querySelectorAll("details.proof")[number];
    const box = one.querySelector("summary ~ *").getBoundingClientRect();
    return {
      open: one.open,
      shown: box.height > 10 && box.top < innerHeight && box.bottom > 0 && box.left >= 0 && box.right <= innerWidth + 1,
    };
  },

  // How many things the Tab key should reach.
  reachable() {
    return [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex]")]
      .filter((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true })).length;
  },
});
