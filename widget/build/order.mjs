import { build } from 'esbuild';
import { join } from 'node:path';

/** The lists of src/order.ts. */
export const readOrder = async (here) => {
  const result = await build({ entryPoints: [join(here, 'src/order.ts')], format: 'esm', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(result.outputFiles[0].contents).toString('base64')}`);
};

/** Names of an enum, in order. */
export const names = (numbered) => Object.keys(numbered).filter((name) => Number.isNaN(Number(name)));
