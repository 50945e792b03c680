using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using OpenQA.Selenium;
using OpenQA.Selenium.Remote;

namespace Weather.Browser.Tests.Engines;

/// <summary>WebKitGTK's MiniBrowser through its own WebDriver, on a display that nobody sees.</summary>
internal sealed class WebKitEngine : IEngine
{
    private readonly Process _driver;
    private readonly RemoteWebDriver _browser;

    private WebKitEngine(Process driver, RemoteWebDriver browser) => (_driver, _browser) = (driver, browser);

    public static async Task<IEngine> StartAsync(bool highContrast = false)
    {
        (string driver, string browser, string display) = EngineFinder.WebKit();
        int port = FreePort();
        var start = new ProcessStartInfo(
            display,
            ["-a", driver, "--host=127.0.0.1", $"--port={port.ToString(CultureInfo.InvariantCulture)}"]
        )
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        // Containers have neither a sandbox nor a bus.
        start.Environment["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] = "1";
        start.Environment["LANG"] = "C.UTF-8";
        if (highContrast)
        {
            // Part of GTK itself.
            start.Environment["GTK_THEME"] = "HighContrast";
        }

        Process process = Process.Start(start)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var address = new Uri($"http://127.0.0.1:{port}/");
        try
        {
            await ListensAsync(port);
            return new WebKitEngine(
                process,
                new RemoteWebDriver(address, new MiniBrowserOptions(browser).ToCapabilities())
            );
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    public async Task OpenAsync(Uri page, string until)
    {
        await _browser.Navigate().GoToUrlAsync(page.ToString());
        await WaitAsync(until);
    }

    public async Task WaitAsync(string until)
    {
        var watch = Stopwatch.StartNew();
        while (await RunAsync($"return !!({until})") != "true")
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(30))
            {
                throw new TimeoutException($"WebKit: never true on {_browser.Url}: {until}");
            }

            await Task.Delay(50);
        }
    }

    public async Task BackAsync(string until)
    {
        // A script that runs while the page is left is never answered.
        await _browser.Navigate().BackAsync();
        await WaitAsync(until);
    }

    public Task FillAsync(string selector, string text)
    {
        IWebElement field = _browser.FindElement(By.CssSelector(selector));
        field.Clear();
        field.SendKeys(text);
        return Task.CompletedTask;
    }

    public Task ClickAsync(string selector)
    {
        _browser.FindElement(By.CssSelector(selector)).Click();
        return Task.CompletedTask;
    }

    public Task<byte[]> PrintAsync() =>
        Task.FromResult(_browser.Print(new PrintOptions { OutputBackgroundImages = true }).AsByteArray);

    public Task<string> RunAsync(string body) =>
        Task.FromResult((string)_browser.ExecuteScript($"return String((() => {{ {body} }})())")!);

    public async ValueTask DisposeAsync()
    {
        try
        {
            _browser.Quit();
        }
        catch (WebDriverException)
        {
            // It is ended below in any case.
        }

        _browser.Dispose();
        _driver.Kill(entireProcessTree: true);
        await _driver.WaitForExitAsync();
        _driver.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task ListensAsync(int port)
    {
        for (int attempt = 0; ; attempt++)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (attempt < 100)
            {
                await Task.Delay(100);
            }
        }
    }

    private sealed class MiniBrowserOptions : DriverOptions
    {
        public MiniBrowserOptions(string path)
        {
            BrowserName = null;
            AddAdditionalOption(
                "webkitgtk:browserOptions",
                new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["binary"] = path,
                    ["args"] = new[] { "--automation" },
                }
            );
        }

        public override ICapabilities ToCapabilities() => GenerateDesiredCapabilities(true).AsReadOnly();
    }
}
