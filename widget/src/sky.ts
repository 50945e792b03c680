import { byCode } from './codes';
import type { Words } from './contract';
import { item } from './format';
import { SKY, Word } from './order';

/** Words for a condition code; undefined when these words know no part of it. */
export const skyWords = (words: Words, code: string | undefined): string | undefined =>
  byCode(code, (known) => item(words, Word.sky, SKY.indexOf(known)));
