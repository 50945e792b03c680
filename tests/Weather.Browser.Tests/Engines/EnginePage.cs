namespace Weather.Browser.Tests.Engines;

/// <summary>Pages that watch themselves: what engines without a common protocol can report alike.</summary>
internal static class EnginePage
{
    /// <summary>Every error that reaches the page, in <c>wrong</c>; the state of the page before the script, in <c>before</c>.</summary>
    public const string Watch = """
        window.wrong = [];
        window.told = [];
        addEventListener('error', e => wrong.push(String(e.message)));
        addEventListener('unhandledrejection', e => wrong.push(String(e.reason)));
        for (const name of ['load', 'place', 'stale', 'error']) {
          addEventListener('weather-' + name, e => told.push(name + (name === 'error' ? ' ' + e.detail.status : '')));
        }
        """;

    /// <summary>Every element shows its forecast, or says why not.</summary>
    public const string Shown = """
        (() => {
          const all = [...document.querySelectorAll('weather-widget')];
          return document.readyState === 'complete' && all.length && all.every(w => {
            const has = selector => w.shadowRoot?.querySelector(selector);
            return has('._message') || has('.foot') && has('svg') && (!has('.chart') || has('.chart svg'));
          });
        })()
        """;

    /// <summary><see cref="Everything"/> is shown, and what comes late too.</summary>
    public const string EverythingShown =
        Shown
        + """
            && [['[city$=alert][layout=full]', '.alert'], ['[search]', '.locate']]
              .every(([widget, part]) => document.querySelector('weather-widget' + widget).shadowRoot.querySelector(part))
            """;

    /// <summary>
    /// All elements count as near: an engine's window cannot be made as tall as all layouts together, and what is not near loads
    /// nothing.
    /// </summary>
    public const string AllNear = """
        window.IntersectionObserver = class {
          constructor(seen) { this.seen = seen; }
          observe(target) { queueMicrotask(() => this.seen([{ target, isIntersecting: true }])); }
          unobserve() {}
        };
        """;

    /// <param name="before">A script that runs before the widget's.</param>
    /// <param name="script">The tag of the widget's script, where it is not the usual one.</param>
    public static Uri Watched(
        this CannedService service,
        string body,
        string before = "",
        string? script = null,
        string lang = "en",
        string? policy = null
    ) =>
        service.Page(
            $"<!doctype html><html lang=\"{lang}\" dir=\"{(lang.StartsWith("ar", StringComparison.Ordinal) ? "rtl" : "ltr")}\"><head>"
                + "<meta charset=\"utf-8\"><title>Weather</title><link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"/demo/demo.css\">"
                + $"<script>{Watch}{before}</script>"
                + (script ?? "<script async src=\"/widget/v1/weather-widget.js\"></script>")
                + $"</head><body><main><h1>Weather</h1>{body}</main></body></html>",
            policy
        );

    /// <summary>All that an element can show: every layout in every state, and the tools.</summary>
    public static string Everything(string theme) =>
        Layouts($"theme=\"{theme}\"", "Ifrane+alert", "Ifrane+stale", "Ifrane+sample", "Ifrane+down")
        + $"<weather-widget theme=\"{theme}\" places=\"1,2\" search locate></weather-widget>";

    /// <summary>Each layout once per city.</summary>
    public static string Layouts(string attributes, params string[] cities) =>
        string.Concat(
            cities.SelectMany(city =>
                CannedPages.Layouts.Select(layout =>
                    $"<weather-widget layout=\"{layout}\" city=\"{city}\" days=\"7\" {attributes}>Ifrane</weather-widget>"
                )
            )
        );
}
