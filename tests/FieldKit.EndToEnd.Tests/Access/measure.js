// What people meet on a page, measured in the page itself. Each returns what is wrong, one thing a line.
(() => {
  // The picture of a route is moved over, and its boxes are doubled by the list beside it. What only a screen reader meets has no place.
  const apart = ".fk-map, .fk-unseen, .utrecht-skip-link, .fk-paper, svg *";
  // The headings of a table whose rows are drawn as cards.
  const unseen = [...document.querySelectorAll("thead")].filter(head => getComputedStyle(head).clipPath !== "none");
  const all = selector => [...document.querySelectorAll(selector)]
    .filter(element => !element.closest(apart) && !unseen.some(head => head.contains(element)) && element.checkVisibility());
  const name = element => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} '${(element.textContent ?? "").trim().slice(0, 40)}'`;

  // Own text only: a box around others is measured by what is in it.
  const texts = () => all("body *").flatMap(element => [...element.childNodes]
    .filter(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "")
    .map(node => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return { element, boxes: [...range.getClientRects()].filter(box => box.width > 1 && box.height > 1) };
    }));

  // Inside something that cuts by design: the question in the path so far ends in "…". The bar's title repeats the heading, and may end
  // after two lines; it is never cut within a word.
  const cutByDesign = element => element.closest(".fk-trail__question, .fk-top__title");
  const cutTitle = () => all(".fk-top__title").filter(title => title.scrollWidth > title.clientWidth + 1);

  const outside = () => {
    const width = document.documentElement.clientWidth;
    const scrolls = document.documentElement.scrollWidth > width ? [`scrolls sideways: ${document.documentElement.scrollWidth} in ${width}`] : [];
    const beyond = all("body *").filter(element => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 1 || box.left < -1);
    });
    const cut = texts().filter(({ element, boxes }) => !cutByDesign(element) && boxes.some(box => {
      for (let around = element; around && around !== document.body; around = around.parentElement) {
        if (getComputedStyle(around).overflowX === "visible") continue;
        const frame = around.getBoundingClientRect();
        if (box.right > frame.right + 1 || box.left < frame.left - 1 || box.bottom > frame.bottom + 4) return true;
      }
      return false;
    }));
    return [
      ...scrolls,
      ...beyond.slice(0, 5).map(element => `outside the screen: ${name(element)}`),
      ...[...cut.map(({ element }) => element), ...cutTitle()].slice(0, 5).map(element => `cut: ${name(element)}`),
    ];
  };

  const overlapping = () => {
    // Lines stand closer than their letters are high; what stays in sight lies over the page on purpose.
    const boxes = texts().filter(({ element }) => !element.closest(".fk-top, .fk-nav, .fk-lead__foot") && !cutByDesign(element))
      .flatMap(({ element, boxes }) => boxes.map(box => ({
        element, left: box.left + 1, right: box.right - 1, top: box.top + box.height * .3, bottom: box.bottom - box.height * .3,
      })));
    const found = [];
    boxes.forEach((one, at) => boxes.slice(at + 1).forEach(other => {
      if (one.element !== other.element && one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom) {
        found.push(`over each other: ${name(one.element)} and ${name(other.element)}`);
      }
    }));
    return found.slice(0, 5);
  };

  const room = () => [...outside(), ...overlapping()];

  const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=application]";

  // Actions that a cold thumb must hit. The others are links in text, and ways back among many.
  const main = ".fk-button, .fk-call, .fk-choice, .fk-card--link, .fk-pick, .fk-option, .fk-plain, .fk-search, .fk-112, .fk-top a, .fk-language, .fk-nav__link, "
    + ".fk-select, .utrecht-textbox, .utrecht-textarea, .fk-choices__row input, .fk-tile__radio, .fk-map-tool, .fk-lead__small, .fk-places a, .fk-parts a, .fk-beside__more, summary";

  // WCAG leaves out a link within a sentence: its size is that of the line.
  const inSentence = element => getComputedStyle(element).display === "inline"
    && [...element.parentElement.childNodes].some(node => node.nodeType === Node.TEXT_NODE && /\p{L}{2}/u.test(node.data));

  const small = () => all(controls).filter(element => !inSentence(element)).flatMap(element => {
    // A label is pressed as well as what it names; a card's link covers the card.
    const around = element.closest("label") ?? (element.matches(".fk-card__whole") ? element.closest(".fk-card") : element);
    const box = around.getBoundingClientRect();
    const least = element.matches(main) ? 44 : 24;
    return box.width + .5 >= least && box.height + .5 >= least ? [] : [`${Math.round(box.width)} by ${Math.round(box.height)}, asked ${least}: ${name(element)}`];
  });

  // Null when whoever uses the keyboard sees where they are.
  const focused = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const drawn = element.matches(".fk-tile__radio") ? element.nextElementSibling : element;
    const style = getComputedStyle(drawn);
    const box = drawn.getBoundingClientRect();
    // A link in a text may run on in a second line.
    const [line] = drawn.getClientRects();
    const x = Math.min(Math.max(line.left + Math.min(line.width / 2, 20), 1), innerWidth - 1);
    const y = Math.min(Math.max(line.top + line.height / 2, 1), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    return {
      name: name(element),
      id: element.dataset.testid ?? "",
      ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
      seen: box.bottom > 0 && box.top < innerHeight && (drawn.contains(top) || (element.closest("label")?.contains(top) ?? false)),
      inMain: element.closest("main") !== null,
      top: box.top + scrollY, bottom: box.bottom + scrollY, height: box.height, left: box.left, right: box.right,
    };
  };

  const root = document.documentElement;

  // What stands in a line follows its text; all else stands as far from the right as it stood from the left.
  const mirrored = () => {
    const width = root.clientWidth;
    const inLine = element => element !== document.body && (getComputedStyle(element).display.startsWith("inline") || inLine(element.parentElement));
    const blocks = all("body *").filter(element => !inLine(element)).map(element => ({ element, was: element.getBoundingClientRect() }));
    root.dir = "rtl";
    return blocks.filter(({ element, was }) => was.width > 1 && Math.abs(element.getBoundingClientRect().left - (width - was.right)) > 2)
      .slice(0, 5).map(({ element }) => `not mirrored: ${name(element)}`);
  };

  // A language that nobody has to read: each Latin letter becomes a Hebrew one, in brackets and a third longer. Numbers stay.
  const foreign = text => {
    const letters = text.replace(/[a-z]/gi, letter => String.fromCharCode(0x05d0 + letter.toLowerCase().charCodeAt(0) % 27));
    const more = letters.slice(0, Math.ceil(letters.length / 3));
    return `[${letters}${/\s/.test(letters) ? " " : ""}${more}]`;
  };

  const rightToLeft = () => {
    const found = mirrored();
    const nodes = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (/[a-z]/i.test(walker.currentNode.data)) nodes.push([walker.currentNode, walker.currentNode.data]);
    }
    for (const [node, text] of nodes) node.data = text.replace(/\S[^]*\S|\S/, foreign);
    found.push(...room());
    // The app writes on in the texts that it knows.
    for (const [node, text] of nodes) node.data = text;
    root.dir = "";
    return found;
  };

  const axeFinds = async coloursOnly => {
    const rules = coloursOnly ? { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } } : {};
    const { violations } = await axe.run(document, { ...rules, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("; ")}`);
  };

  // Drawn: nothing changes any more, and nothing says that it is on its way.
  const move = address => new Promise((done, fail) => {
    const unready = ".fk-late, [data-testid=no-content], .fk-map__drawing";
    const look = () => { if (!document.querySelector(unready) && document.querySelector("h1[tabindex]")) { watch.disconnect(); clearTimeout(late); done(); } };
    // An address that leads to the same page again changes nothing.
    let quiet = setTimeout(look, 400);
    const watch = new MutationObserver(() => { clearTimeout(quiet); quiet = setTimeout(look, 100); });
    const late = setTimeout(() => fail(new Error(`${address} is not drawn: ${document.querySelector(unready)?.outerHTML}`)), 30000);
    watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    Blazor.navigateTo(address);
  });

  return { room, small, focused, rightToLeft, axeFinds, move };
})()
