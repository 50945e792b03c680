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

const configuration = Object.entries(ownScript?.dataset ?? {});
if (configuration[0]) {
  const element = document.createElement(NAME);
  for (const [name, value] of configuration) element.setAttribute(name, value!);
  ownScript!.after(element);
}
