// Makes the page ready before the app is, in three moments, and starts the app.
// 1. At once, in the head: theme, text size, city and language, so that nothing is first drawn otherwise.
const root = document.documentElement;
const kept = name => {
  try { return localStorage.getItem(`fieldkit.${name}`) || null; } catch { return null; }
};
const keep = (name, value) => {
  try { localStorage.setItem(`fieldkit.${name}`, value); } catch { /* A browser that refuses storage costs the memory of a choice. */ }
};
const mark = (name, value) => value && root.setAttribute(`data-${name}`, value);
mark('theme', kept('theme'));
mark('text', kept('text-size'));
mark('municipality', kept('city') ?? kept('city-enrolled'));
root.lang = kept('language') === 'en' ? 'en' : 'nl';

const whenIdle = globalThis.requestIdleCallback ?? setTimeout;

// The browser may ask to install the app before the app is there, and never in the middle of something: js/install.js asks later.
addEventListener('beforeinstallprompt', event => {
  event.preventDefault();
  globalThis.installQuestion = event;
});

// The page's words stand in it in Dutch. ShellTests holds both languages to the app's own texts.
const words = {
  nl: {
    'danger.call': 'Bel {0}',
    'frame.loading': 'Even laden…',
    'start.lead.title': 'Verder met het gesprek',
    'start.lead.text': '{0} · {1} van {2}',
    'start.on.title': 'Verder lezen',
    'start.on.text': '{0} · deel {1} van {2}',
  },
  en: {
    'frame.call112': 'Call 112',
    'frame.settings': 'Settings',
    'frame.loading': 'Loading…',
    'nav.label': 'Main menu',
    'nav.start': 'Start',
    'nav.route': 'Route',
    'nav.talk': 'Talk',
    'nav.call': 'Call',
    'nav.signals': 'Signals',
    'start.question': 'What do you need?',
    'search.start': 'Search: attack, sports club, home…',
    'start.danger.title': 'Is there danger now?',
    'start.danger.text': 'This first, always.',
    'danger.now.call': 'Yes, call 112',
    'danger.unsure': 'Not sure? Call 112 and ask.',
    'danger.home.title': 'Is someone not safe at home?',
    'danger.home.text': 'Veilig Thuis (Safe at Home). Free, day and night. You may also just ask for advice.',
    'danger.suicide.title': 'Is someone thinking of suicide?',
    'danger.suicide.text': '113. Free, day and night, without a name. Not safe right now? Call 112.',
    'danger.police.title': 'Police, but no hurry?',
    'danger.police.text': 'Here you can also ask for the neighbourhood officer.',
    'danger.no.below': 'No danger? Choose below what you need.',
    'danger.call': 'Call {0}',
    'first.number': 'Question {0} of {1}',
    'first.later': 'Choose later',
    'start.worry.title': 'Worried about a young person',
    'start.worry.text': 'Step by step to who can help you',
    'start.signal.title': 'Write a signal',
    'start.signal.text': 'Facts first. Without a name is fine.',
    'start.talk.title': 'Prepare a talk',
    'start.talk.text': 'Guides for class, neighbourhood or home',
    'start.lead.title': 'On with the talk',
    'start.lead.text': '{0} · {1} of {2}',
    'start.on.title': 'Read on',
    'start.on.text': '{0} · part {1} of {2}',
  },
};
const say = (key, values) => words[root.lang][key].replace(/\{(\d)\}/g, (_, number) => values[number]);

// 2. When the page is read and not yet drawn: what its user left here. Nothing of it is needed to call for help.
document.addEventListener('readystatechange', place, { once: true });

function place() {
  remember();
  speak();
  const here = location.pathname.split('/')[1];
  document.querySelectorAll('.fk-nav__link').forEach(link =>
    link.classList.toggle('fk-nav__link--here', link.pathname.slice(1) === here));
  // The browser's own bar, once the page is drawn: asking for a style before that would lay the page out twice.
  whenIdle(() => {
    document.querySelector('meta[name=theme-color]').content = getComputedStyle(root).getPropertyValue('--fk-accent').trim();
  });

  // The app reads this mark: what was opened before it started stays open.
  const danger = document.getElementById('gevaar');
  danger.open = location.hash === '#gevaar';
  danger.addEventListener('toggle', () =>
    history.replaceState(history.state, '', location.pathname + location.search + (danger.open ? '#gevaar' : '')));

  const first = document.getElementById('first');
  first.hidden = here !== '' || kept('first-run') !== null;
  first.addEventListener('click', ({ target }) => {
    const language = target.closest('button[lang]')?.lang;
    if (language) {
      keep('first-run', 'city');
      change(language);
      // The app asks the next question in this place, and takes the keyboard there (Browser/StaticPage.cs).
      first.replaceChildren(say('frame.loading'));
      globalThis.firstAnswered = true;
      first.tabIndex = -1;
      first.focus();
    } else if (target.closest('button')) {
      keep('first-run', 'done');
      first.hidden = true;
    }
  });
  document.getElementById('language').addEventListener('click', () => change(root.lang === 'nl' ? 'en' : 'nl'));
}

function remember() {
  for (const element of document.querySelectorAll('[data-t]')) {
    words.nl[element.dataset.t] ??= element.textContent;
  }
  for (const element of document.querySelectorAll('[data-t-label]')) {
    words.nl[element.dataset.tLabel] ??= element.getAttribute('aria-label');
  }
}

function change(language) {
  root.lang = language;
  keep('language', language);
  speak();
}

function speak() {
  for (const element of document.querySelectorAll('[data-t]')) {
    const text = say(element.dataset.t, (element.dataset.values ?? '').split(' '));
    // What stands there already is not laid out again.
    if (element.textContent !== text) {
      element.textContent = text;
    }
  }
  for (const element of document.querySelectorAll('[data-t-label]')) {
    element.setAttribute('aria-label', say(element.dataset.tLabel));
  }
  const other = root.lang === 'nl' ? ['en', 'EN', ' English'] : ['nl', 'NL', ' Nederlands'];
  const button = document.getElementById('language');
  [button.lang, button.firstChild.data, button.lastChild.textContent] = other;
  cards();
}

// The same cards as on the app's start screen (Pages/Start.razor), from what the app wrote down.
function cards() {
  const [made, ...lines] = (kept('home-cards') ?? '').split('\n');
  const own = lines.map(line => line.split('\t')).filter(parts => parts.length === 3);
  const forThis = [kept('role') ?? kept('role-enrolled') ?? '', kept('city') ?? kept('city-enrolled') ?? '', root.lang].join('\t');
  const isOwn = own.length > 0 && made === forThis;
  document.getElementById('own').replaceChildren(...(isOwn ? own : []).map(([address, title, text]) => card(address, title, text, true)));
  document.querySelectorAll('[data-general]').forEach(link => { link.hidden = isOwn; });

  const [talk, talkTitle, slide, slides, seen] = (kept('last-talk') ?? '').split('\n');
  const fresh = seen && Date.now() / 1000 - Number(seen) < 18 * 3600;
  const [guide, guideTitle, part, parts] = (kept('last-guide') ?? '').split('\n');
  const isSame = fresh && guide?.startsWith(talk.slice(0, talk.lastIndexOf('/') + 1));
  document.getElementById('last').replaceChildren(
    ...(fresh ? [card(talk, say('start.lead.title'), say('start.lead.text', [talkTitle, slide, slides]), true)] : []),
    ...(parts && !isSame ? [card(guide, say('start.on.title'), say('start.on.text', [guideTitle, part, parts]), false)] : []));
}

function card(address, title, text, strong) {
  const link = document.createElement('a');
  link.className = `fk-card${strong ? ' fk-card--strong' : ''} fk-card--link`;
  // Text that another program wrote here never becomes more than a page of this app.
  link.href = /^\/(?!\/)/.test(address) ? address : '/';
  const heading = document.createElement('span');
  heading.className = 'fk-card__title';
  heading.textContent = title;
  link.append(heading, text);
  return link;
}

// 3. When everything is read: the app. The service worker comes after it, when there is nothing to do: its downloads never hold up the first screen,
// and what the page has asked for by then it does not ask for again.
const patience = 20_000;
document.addEventListener('DOMContentLoaded', () => {
  const notStarted = document.getElementById('not-started');
  const tell = () => {
    document.getElementById('starting')?.remove();
    notStarted.hidden = false;
  };
  const late = setTimeout(tell, patience);
  (globalThis.Blazor?.start() ?? Promise.reject(new Error('the runtime is missing')))
    .then(() => clearTimeout(late), tell)
    .finally(() => whenIdle(() => navigator.serviceWorker?.register('service-worker.js', { updateViaCache: 'none' })));
});
