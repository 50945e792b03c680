import { wake, type Watcher } from './store';

/** One observer for all. Elements that are not displayed are never near, so they load nothing. */
export const viewport = new IntersectionObserver(
  (seen) => {
    for (const { target, isIntersecting } of seen) {
      const watcher = target as Element & Watcher;
      watcher.near_ = isIntersecting;
      if (isIntersecting) watcher.changed_();
    }
    wake();
  },
  { rootMargin: '300px' },
);
