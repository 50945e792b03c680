import { h, type Child } from '../dom';
import { ago, fill, text } from '../format';
import { Word } from '../order';
import type { Scene } from '../view';

/** Age and credit, always; and what must not be overlooked: made-up, old, or not renewed. */
export const foot = (scene: Scene): Child => {
  const { words_: words, data_: data, now_: now } = scene;
  const { source } = data;
  const fetched = Date.parse(source.fetchedAt);
  const mark = (spec: string, word: Word): Child => h(spec, text(words, word));
  return h(
    'div.foot',
    // One mark, the gravest: the line holds no more.
    source.provider === 'sample'
      ? mark('span.sample', Word.sample)
      : scene.stale_
        ? mark('span.stale', Word.stale)
        : scene.failed_ && mark('span.error', Word.failed),
    Number.isFinite(fetched) &&
      h('span.age', fill(text(words, Word.updated), { ago: ago(words, now - fetched) })),
    h(
      'a.source',
      { href: /^https?:/.test(source.href) ? source.href : undefined, target: '_blank', rel: 'noopener', title: source.licence },
      h('bdi', source.text),
    ),
  );
};
