import { own } from './origin';
import { extend } from './sheet';
import { tick } from './store';

const chunks: Record<string, any> = {};

/**
 * A part of this script that not every element needs, asked for once. Undefined until it is there: then everything in view is drawn
 * anew. Null should it not come: the element goes on without it.
 */
export const chunk = (name: string): any => {
  if (!(name in chunks)) {
    chunks[name] = undefined;
    import(own(`${name}.js`))
      .catch(() => null)
      .then((found) => {
        chunks[name] = found;
        extend(found?.css ?? '');
        tick();
      });
  }
  return chunks[name];
};
