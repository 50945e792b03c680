using System.Collections.Concurrent;
using Xunit;

namespace Weather.Browser.Tests.Engines;

/// <summary>One browser per engine, started when the first test needs it, and one service with canned weather for all.</summary>
public sealed class EnginesFixture : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Task<IEngine>> _engines = new(StringComparer.Ordinal);
    private CannedService? _service;

    internal CannedService Service =>
        _service ?? throw new InvalidOperationException("The service is not up.");

    public async ValueTask InitializeAsync() => _service = await CannedService.StartAsync();

    internal Task<IEngine> StartAsync(string name) =>
        _engines.GetOrAdd(
            name,
            engine =>
                engine switch
                {
                    EngineName.Chromium => PlaywrightEngine.ChromiumAsync(),
                    EngineName.ChromiumWithPageCache => PlaywrightEngine.ChromiumAsync(pageCache: true),
                    EngineName.ChromiumWithForcedColours => PlaywrightEngine.ChromiumAsync(
                        forcedColours: true
                    ),
                    EngineName.Firefox => PlaywrightEngine.FirefoxAsync(),
                    EngineName.FirefoxWithForcedColours => PlaywrightEngine.FirefoxAsync(forcedColours: true),
                    EngineName.WebKit => WebKitEngine.StartAsync(),
                    EngineName.WebKitWithHighContrast => WebKitEngine.StartAsync(highContrast: true),
                    _ => throw new ArgumentOutOfRangeException(nameof(name), engine, null),
                }
        );

    public async ValueTask DisposeAsync()
    {
        foreach (Task<IEngine> engine in _engines.Values)
        {
            if (engine.IsCompletedSuccessfully)
            {
                await (await engine).DisposeAsync();
            }
        }

        if (_service is not null)
        {
            await _service.DisposeAsync();
        }
    }
}
