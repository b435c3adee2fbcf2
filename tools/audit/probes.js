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

  // Links and buttons smaller than 24 px that stand alone (WCAG 2.5.8; links within a text are free).
  targets() {
    return [...document.querySelectorAll("button, summary")]
      .filter((one) => one.checkVisibility())
      .filter((one) => {
        const box = one.getBoundingClientRect();
        return box.width > 1 && (box.height < 23.5 || box.width < 23.5);
      })
      .map((one) => `${one.textContent.trim().slice(0, 30)} is smaller than 24 px`);
  },

  // In print: evidence that is not shown, folded text, controls that paper cannot use.
  print() {
    const shown = (one) => one.checkVisibility({ contentVisibilityAuto: true }) && one.getBoundingClientRect().height > 0;
    const hidden = [...document.querySelectorAll("[popover]")].filter((one) => !shown(one));
    const folded = [...document.querySelectorAll("details li, details blockquote")].filter((one) => !shown(one));
    const navigation = [...document.querySelectorAll("nav, .skip")].filter((one) => shown(one));
    return [
      ...hidden.map((one) => `the evidence ${one.id} is not printed`),
      ...folded.map((one) => `folded text is not printed: ${one.textContent.trim().slice(0, 40)}`),
      ...navigation.map((one) => `navigation is printed: ${one.textContent.trim().slice(0, 40)}`),
    ];
  },

  // What has the focus: its description, whether the reader sees that it has, whether it is on the screen.
  focus() {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const name = one.getAttribute("aria-label") || one.textContent.trim().slice(0, 40);
    return {
      name: `${one.tagName.toLowerCase()} ${name}`,
      target: one.getAttribute("popovertarget"),
      marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
      shown: box.bottom > 0 && box.top < innerHeight && box.width > 0,
      inside: one.closest("[popover]") ? one.closest("[popover]").id : null,
    };
  },

  // Whether an element is open, and what it says.
  open(id) {
    const one = document.getElementById(id);
    const box = one.getBoundingClientRect();
    return {
      open: one.matches(":popover-open"),
      shown: box.height > 20 && box.top < innerHeight && box.bottom > 0 && box.left >= 0 && box.right <= innerWidth + 1,
      text: one.textContent,
    };
  },

  // Identifiers of the evidence that a button opens, in the order of the buttons.
  evidence() {
    return [...document.querySelectorAll("button[popovertarget]:not([popovertargetaction])")]
      .map((one) => one.getAttribute("popovertarget"));
  },

  // Opens the folded part in which a button stands.
  unfold(id) {
    const folded = document.querySelector(`button[popovertarget=${id}]`).closest("details");
    if (folded) folded.open = true;
  },

  // How many things the Tab key should reach.
  reachable() {
    return [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex]")]
      .filter((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true })).length;
  },
});
