// Makes one style sheet of the Utrecht design system's components and our own styles, for both apps.
// The whole design system is 400 KB; a rule or token that no source mentions is left out.
import { build } from "esbuild";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const Tokens = "node_modules/@utrecht/design-tokens/dist";
const Targets = ["src/FieldKit.App/wwwroot/css", "src/FieldKit.Desk/wwwroot/css"];

const bundled = await build({
  entryPoints: ["src/FieldKit.Ui/Styles/fieldkit.css"],
  bundle: true, minify: true, write: false, legalComments: "none", logLevel: "error",
});
const mentioned = new Set((await sources("src")).flatMap(text => text.match(/utrecht-[\w-]+/g) ?? []));
const pruned = rewrite(bundled.outputFiles[0].text, 
  selector => (selector.match(/\.utrecht-[\w-]+/g) ?? []).every(name => mentioned.has(name.slice(1))),
  declaration => declaration.replace(/\s+/g, " ").replace(/\( /g, "(").replace(/ \)/g, ")").trim());

const light = declarations(await readFile(`${Tokens}/root.css`, "utf8"));
const dark = declarations(await readFile(`${Tokens}/dark/root.css`, "utf8"));
const styles = settle(pruned);
const own = declarations(styles);
const used = reachable(styles, [light, dark]);
const lightRoot = root(light, name => used.has(name) && !own.has(name));
const darkRoot = root(dark, name => used.has(name) && !own.has(name) && dark.get(name) !== light.get(name));
const sheet = "/* Contains parts of @utrecht/* (Gemeente Utrecht, Frameless B.V.), EUPL-1.2. */\n"
  + followDevice(`:root{${lightRoot}}:root[data-theme=dark]{${darkRoot}}${styles}`);

for (const target of Targets) {
  await mkdir(target, { recursive: true });
  await writeFile(join(target, "fieldkit.css"), sheet);
}

async function sources(folder) {
  const texts = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!["bin", "obj", "Styles", "css", "js"].includes(entry.name)) texts.push(...await sources(path));
    } else if (/\.(razor|cs|html)$/.test(entry.name)) {
      texts.push(await readFile(path, "utf8"));
    }
  }
  return texts;
}

// Reads minified CSS: blocks of "prelude{body}", where an at-rule's body holds blocks again.
function rewrite(css, keeps, declare) {
  let out = "";
  for (const { prelude, body, text } of blocks(css)) {
    if (body === null) { out += text; continue; }
    const nested = /^@(media|supports|layer)/.test(prelude);
    const kept = nested || prelude.startsWith("@") ? prelude : split(prelude, ",").filter(keeps).join(",");
    const inner = nested ? rewrite(body, keeps, declare) : split(body, ";").map(declare).filter(Boolean).join(";");
    if (kept && inner) out += `${kept}{${inner}}`;
  }
  return out;
}

// A statement without a block ("@charset …;") has no body.
function blocks(css) {
  const found = [];
  for (let at = 0; at < css.length;) {
    const open = css.indexOf("{", at), end = css.indexOf(";", at);
    if (open < 0) break;
    if (end >= 0 && end < open) { found.push({ prelude: "", body: null, text: css.slice(at, end + 1) }); at = end + 1; continue; }
    let close = open + 1;
    for (let depth = 1; depth > 0; close++) depth += css[close] === "{" ? 1 : css[close] === "}" ? -1 : 0;
    found.push({ prelude: css.slice(at, open).trim(), body: css.slice(open + 1, close - 1), text: css.slice(at, close) });
    at = close;
  }
  return found;
}

// A component offers hundreds of tokens that nobody sets. A reference to one is its fallback; a private property made
// of nothing is nothing. Each round can settle more, so repeat until nothing changes.
function settle(css) {
  for (;;) {
    const set = new Set([...declarations(css).keys(), ...light.keys(), ...dark.keys()]);
    const read = new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
    const next = rewrite(css, () => true, declaration => {
      const name = declaration.slice(0, declaration.indexOf(":")).trim();
      const value = fold(declaration.slice(declaration.indexOf(":") + 1).trim(), set);
      const nothing = name.startsWith("--_utrecht") && /^var\(--[\w-]+\)$/.test(value) && !set.has(value.slice(4, -1));
      const unread = name.startsWith("--_utrecht") && !read.has(name);
      return nothing || unread ? "" : `${name}:${value}`;
    });
    if (next === css) return css;
    css = next;
  }
}

function fold(value, set) {
  const at = value.indexOf("var(");
  if (at < 0) return value;
  let close = at + 4;
  for (let depth = 1; depth > 0; close++) depth += value[close] === "(" ? 1 : value[close] === ")" ? -1 : 0;
  const [name, ...fallback] = split(value.slice(at + 4, close - 1), ",");
  const rest = fallback.length ? fold(fallback.join(",").trim(), set) : null;
  const folded = rest !== null && !set.has(name.trim()) ? rest : `var(${name.trim()}${rest === null ? "" : `,${rest}`})`;
  return value.slice(0, at) + folded + fold(value.slice(close), set);
}

// At separators outside brackets: ":is(a,b),c" is two selectors.
function split(text, separator) {
  const parts = [""];
  let depth = 0;
  for (const letter of text) {
    depth += letter === "(" ? 1 : letter === ")" ? -1 : 0;
    if (letter === separator && depth === 0) parts.push(""); else parts[parts.length - 1] += letter;
  }
  return parts;
}

function declarations(css) {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, "");
  return new Map([...plain.matchAll(/(--[\w-]+)\s*:\s*([^;}]+)/g)].map(([, name, value]) => [name, value.trim()]));
}

function reachable(css, themes) {
  const found = new Set();
  const visit = text => {
    for (const [, name] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
      if (found.has(name)) continue;
      found.add(name);
      themes.forEach(theme => visit(theme.get(name) ?? ""));
    }
  };
  visit(css);
  return found;
}

// A theme is written once, for who chose it (data-theme on the root), and holds as well for who chose none and set the device so.
function followDevice(css) {
  const followed = [
    ["[data-theme=dark]", "(prefers-color-scheme:dark) and (not (prefers-contrast:more))"],
    ["[data-theme=contrast]", "(prefers-contrast:more)"],
  ];
  return blocks(css).map(({ prelude, body, text }) => {
    const [mark, wish] = followed.find(([mark]) => prelude.includes(mark)) ?? [];
    return mark ? `${text}@media ${wish}{${prelude.replaceAll(mark, ":not([data-theme])")}{${body}}}` : text;
  }).join("");
}

function root(theme, wanted) {
  return [...theme].filter(([name]) => wanted(name)).map(([name, value]) => `${name}:${value}`).join(";");
}
