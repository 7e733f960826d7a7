// Starts the app. The service worker comes after it, so that its downloads never hold up the first screen.
Blazor.start().finally(() =>
  navigator.serviceWorker?.register('service-worker.js', { updateViaCache: 'none' }));
