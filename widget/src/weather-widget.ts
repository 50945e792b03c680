// The script itself: registers the element once, however often and from wherever it is loaded, and makes an element of the script
// tag when that carries the configuration.
import { WeatherWidget } from './element';
import { ownScript } from './origin';
import { start } from './store';

const NAME = 'weather-widget';

if (!customElements.get(NAME)) {
  customElements.define(NAME, WeatherWidget);
  start();
}

// Other tools write data-* of their own on script tags; only a place, or a way to one, is a wish for an element.
if (ownScript?.matches('[data-place],[data-city],[data-lat],[data-places],[data-search],[data-locate]')) {
  const element = document.createElement(NAME);
  for (const name in ownScript.dataset) element.setAttribute(name, ownScript.dataset[name]!);
  ownScript.after(element);
}
