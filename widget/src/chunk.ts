import { lent } from './lent';
import { own } from './origin';
import { extend } from './sheet';
import { tick } from './store';

const chunks: Record<string, any> = {};

/**
 * A part of this script that not every element needs, asked for once. '' until it is there: then everything in view is drawn anew. An
 * empty object should it not come: the element goes on without it.
 */
export const chunk = (name: string): any => {
  if (chunks[name] == null) {
    chunks[name] = '';
    import(own(`${name}.js`))
      .catch(() => ({}))
      .then((found) => {
        chunks[name] = found;
        found.borrow?.(lent);
        extend(found.css ?? '');
        tick();
      });
  }
  return chunks[name];
};
