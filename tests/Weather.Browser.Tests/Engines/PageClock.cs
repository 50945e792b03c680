namespace Weather.Browser.Tests.Engines;

/// <summary>Scripts for a page whose time stands still for the element until the test lets it go on.</summary>
internal static class PageClock
{
    /// <summary>
    /// <c>due</c>: the element's timers that wait. <c>fired</c>: how many ran. <c>endless</c>: intervals, frames and idle callbacks it asked
    /// for. <c>changes</c>: what changed in the elements that <c>observe()</c> was called for. <c>advance(milliseconds)</c> runs what is due by then,
    /// <c>sleep(milliseconds)</c> does not.
    /// </summary>
    public const string Stopped = """
        window.due = [];
        window.fired = 0;
        window.endless = 0;
        window.changes = 0;
        {
          let now = Date.now(), last = 1e9;
          Date.now = () => now;
          // The drivers of some engines set timers and ask for frames in the page as well.
          const ours = () => /weather-widget/.test(new Error().stack);
          const set = window.setTimeout, clear = window.clearTimeout;
          window.setTimeout = (run, wait, ...rest) => {
            if (!ours()) return set(run, wait, ...rest);
            due.push({ id: ++last, at: now + wait, run: () => run(...rest) });
            return last;
          };
          window.clearTimeout = id => { due = due.filter(timer => timer.id !== id); clear(id); };
          for (const name of ['setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
            const real = window[name];
            window[name] = (...all) => { if (ours()) endless++; return real?.(...all); };
          }
          window.advance = milliseconds => {
            const end = now + milliseconds;
            for (;;) {
              const next = due.reduce((first, timer) => (first && first.at <= timer.at ? first : timer), undefined);
              if (!next || next.at > end) break;
              due.splice(due.indexOf(next), 1);
              now = next.at;
              fired++;
              next.run();
            }
            now = end;
          };
          window.sleep = milliseconds => { now += milliseconds; };
          window.observe = () => {
            for (const { shadowRoot } of document.querySelectorAll('weather-widget')) {
              new MutationObserver(seen => { changes += seen.length; })
                .observe(shadowRoot, { subtree: true, childList: true, attributes: true, characterData: true });
            }
          };
        }
        """;
}
