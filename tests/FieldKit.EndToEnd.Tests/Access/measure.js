// What people meet on a page, measured in the page itself. Each returns what is wrong, one thing a line.
(() => {
  // The picture of a route is moved over, and its boxes are doubled by the list beside it. What only a screen reader meets has no place.
  const apart = ".fk-map, .fk-unseen, .utrecht-skip-link, .fk-paper, svg *";
  const all = selector => [...document.querySelectorAll(selector)].filter(element => !element.closest(apart) && element.checkVisibility());
  const name = element => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} '${(element.textContent ?? "").trim().slice(0, 40)}'`;

  // Own text only: a box around others is measured by what is in it.
  const texts = () => all("body *").flatMap(element => [...element.childNodes]
    .filter(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "")
    .map(node => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return { element, boxes: [...range.getClientRects()].filter(box => box.width > 1 && box.height > 1) };
    }));

  // Inside something that cuts by design: the question in the path so far ends in "…", the bar's title repeats the heading.
  const cutByDesign = element => element.closest(".fk-trail__question, .fk-top__title");

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
    return [...scrolls, ...beyond.slice(0, 5).map(element => `outside the screen: ${name(element)}`), ...cut.slice(0, 5).map(({ element }) => `cut: ${name(element)}`)];
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
    const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 20), 1), innerWidth - 1);
    const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    return {
      name: name(element),
      id: element.dataset.testid ?? "",
      ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
      seen: box.bottom > 0 && box.top < innerHeight && (drawn.contains(top) || (element.closest("label")?.contains(top) ?? false)),
      inMain: element.closest("main") !== null,
      top: box.top + scrollY, bottom: box.bottom + scrollY, height: box.height,
    };
  };

  return { outside, overlapping, small, focused };
})()
