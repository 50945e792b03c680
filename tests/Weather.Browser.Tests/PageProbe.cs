using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Weather.Browser.Tests;

/// <summary>A page in a context of its own, and everything it complained about, asked for or moved since it was opened.</summary>
internal sealed class PageProbe : IAsyncDisposable
{
    /// <summary>Runs before any script of the page. Reports through bindings: no policy of the page is in the way.</summary>
    private const string Watch = """
        document.addEventListener('securitypolicyviolation', event =>
          probeViolation(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile));
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) probeShift(entry.value);
        }).observe({ type: 'layout-shift', buffered: true });
        new PerformanceObserver(() => probePainted()).observe({ type: 'paint', buffered: true });
        """;

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _violations = new();
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<string> _failed = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<double> _shifts = new();
    private readonly TaskCompletionSource _painted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PageProbe(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>The answer that brought the page.</summary>
    public IResponse Response { get; private set; } = null!;

    /// <summary>Console messages of any kind, and uncaught errors.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Requests without an answer, and answers from 400 on.</summary>
    public IReadOnlyCollection<string> Failed => _failed;

    public IReadOnlyCollection<string> Violations => _violations;

    /// <summary>The layout shift of every single frame, whether or not somebody had just typed or clicked.</summary>
    public IReadOnlyCollection<double> Shifts => _shifts;

    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>Host and port of everything the page asked for.</summary>
    public string[] Hosts =>
        [
            .. _requests
                .Select(address => new Uri(address))
                .Where(address => address.Scheme is not ("data" or "blob"))
                .Select(address => address.Authority)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    public static async Task<PageProbe> OpenAsync(IBrowser browser, Uri address, PageLook? look = null)
    {
        look ??= new PageLook();
        IBrowserContext context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                Locale = look.Locale,
                ViewportSize = new ViewportSize { Width = look.Width, Height = look.Height },
                ColorScheme = look.ColorScheme,
                BypassCSP = look.BypassPolicy,
                ForcedColors = look.ForcedColors,
            }
        );
        try
        {
            var probe = new PageProbe(context, await context.NewPageAsync());
            await probe.WatchAsync(look.HeldUntilPainted);
            probe.Response =
                await probe.Page.GotoAsync(address.ToString())
                ?? throw new InvalidOperationException($"{address} gave no answer.");
            return probe;
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <summary>The element that speaks the given language (a prefix: "fr" is also "fr-MA") and names the given place.</summary>
    public ILocator Widget(string language, string place) =>
        Page.Locator("weather-widget")
            .Filter(
                new LocatorFilterOptions
                {
                    Has = Page.Locator($"section[part~='root'][lang|='{language}']").GetByText(place).First,
                }
            )
            .First;

    /// <summary>A part of a widget; Playwright looks into open shadow roots.</summary>
    public static ILocator Part(ILocator widget, string part) => widget.Locator($"[part~='{part}']");

    /// <summary>Waits until the page's three cities show their days, and nothing is left to be reported.</summary>
    public async Task<ILocator[]> CitiesShownAsync()
    {
        ILocator[] widgets = [Widget("ar", "مراكش"), Widget("fr", "Casablanca"), Widget("en", "London")];
        foreach (ILocator widget in widgets)
        {
            await Assertions.Expect(Part(widget, "day")).ToHaveCountAsync(5);
        }

        await SettleAsync();
        return widgets;
    }

    /// <summary>Waits until the network is quiet and two frames were painted, so that nothing is left to be reported.</summary>
    public async Task SettleAsync()
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Page.EvaluateAsync(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
        );
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private async Task WatchAsync(string? heldUntilPainted)
    {
        Page.Console += (_, message) =>
            _complaints.Enqueue($"{message.Type}: {message.Text} ({message.Location})");
        Page.PageError += (_, error) => _complaints.Enqueue($"uncaught: {error}");
        Page.Request += (_, request) => _requests.Enqueue(request.Url);
        Page.RequestFailed += (_, request) => _failed.Enqueue($"{request.Url}: {request.Failure}");
        Page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                _failed.Enqueue($"{response.Url}: {response.Status}");
            }
        };
        await _context.ExposeFunctionAsync<string>("probeViolation", _violations.Enqueue);
        await _context.ExposeFunctionAsync<double>("probeShift", _shifts.Enqueue);
        await _context.ExposeFunctionAsync(
            "probePainted",
            () =>
            {
                _painted.TrySetResult();
            }
        );
        await _context.AddInitScriptAsync(Watch);
        if (heldUntilPainted is not null)
        {
            await _context.RouteAsync(
                heldUntilPainted,
                async route =>
                {
                    await _painted.Task;
                    await route.ContinueAsync();
                }
            );
        }
    }
}
