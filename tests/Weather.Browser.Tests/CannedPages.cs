using Microsoft.Playwright;

namespace Weather.Browser.Tests;

/// <summary>Pages over canned weather, with the demo pages' reserves.</summary>
internal static class CannedPages
{
    public static readonly string[] Layouts = ["badge", "line", "strip", "card", "full"];

    /// <summary>Every element has its forecast or its message, its pictures and its chart.</summary>
    private const string Shown = """
        () => {
          const all = [...document.querySelectorAll('weather-widget')];
          return all.length > 0 && all.every(w => {
            const root = w.shadowRoot;
            const has = selector => root?.querySelector(selector);
            return has('._message') || has('.foot') && has('svg') && (!has('.chart') || has('.chart svg'));
          });
        }
        """;

    /// <summary>Each layout once per city, in one language.</summary>
    public static Uri LayoutsPage(this CannedService service, string lang, params string[] cities) =>
        service.ElementsPage(
            lang,
            string.Concat(
                cities.SelectMany(city =>
                    Layouts.Select(layout =>
                        $"<weather-widget layout=\"{layout}\" city=\"{city}\" days=\"7\">Ifrane</weather-widget>"
                    )
                )
            )
        );

    public static Uri ElementsPage(this CannedService service, string lang, string elements)
    {
        string direction = lang.StartsWith("ar", StringComparison.Ordinal) ? "rtl" : "ltr";
        return service.Page(
            $"<!doctype html><html lang=\"{lang}\" dir=\"{direction}\"><head><meta charset=\"utf-8\"><title>Weather</title>"
                + "<link rel=\"stylesheet\" href=\"/demo/demo.css\"><script async src=\"/widget/v1/weather-widget.js\"></script></head>"
                + $"<body><main><h1>Weather</h1>{elements}</main></body></html>"
        );
    }

    public static async Task ShownAsync(this PageProbe probe)
    {
        await probe.Page.WaitForFunctionAsync(Shown);
        await probe.SettleAsync();
    }

    /// <summary>What an expression on the first element's shadow root gives.</summary>
    public static Task<string> InRootAsync(this IPage page, string expression) =>
        page.EvaluateAsync<string>(
            $"() => {{ const root = document.querySelector('weather-widget').shadowRoot; return String({expression}) }}"
        );

    /// <summary>The page's clock jumps, and the page is looked at again: what is due is asked for.</summary>
    public static Task ClockInFiveMinutesAsync(this IPage page) =>
        page.EvaluateAsync(
            "() => { const real = Date.now.bind(Date); Date.now = () => real() + 400e3; document.dispatchEvent(new Event('visibilitychange')) }"
        );
}
