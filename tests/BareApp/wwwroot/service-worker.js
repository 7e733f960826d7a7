// While developing nothing is cached; service-worker.published.js takes this file's place when the app is published.
