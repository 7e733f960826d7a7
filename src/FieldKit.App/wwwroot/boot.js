// Starts the app. The service worker comes after it, so that its downloads never hold up the first screen.
const patience = 20_000;
const notStarted = document.getElementById('not-started');
const danger = document.getElementById('gevaar');
const here = location.pathname.split('/')[1];

// The static page marks where the app will open.
document.querySelectorAll('.fk-nav__link').forEach(link =>
  link.classList.toggle('fk-nav__link--here', link.pathname.slice(1) === here));

// The app reads this mark: what was opened before it started stays open.
danger.open = location.hash === '#gevaar';
danger.addEventListener('toggle', () =>
  history.replaceState(history.state, '', location.pathname + location.search + (danger.open ? '#gevaar' : '')));

const tell = () => {
  document.getElementById('starting')?.remove();
  notStarted.hidden = false;
};
const late = setTimeout(tell, patience);

(globalThis.Blazor?.start() ?? Promise.reject(new Error('the runtime is missing')))
  .then(() => clearTimeout(late), tell)
  .finally(() => navigator.serviceWorker?.register('service-worker.js', { updateViaCache: 'none' }));
