using Xunit;

namespace Weather.Browser.Tests;

/// <summary>Which browser is taken, on machines that are only described here.</summary>
public sealed class BrowserFinderTests
{
    private const string OfPlaywright = "/root/.cache/ms-playwright/chromium/chrome";
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);
    private readonly List<string> _done = [];
    private bool _root;
    private bool _network;

    [Fact]
    public void Named_browser_wins_over_an_installed_one()
    {
        _files.UnionWith(["/usr/bin/chromium", "/opt/mine/chrome"]);
        _variables["WEATHER_TEST_BROWSER"] = "/opt/mine/chrome";

        Assert.Equal("/opt/mine/chrome", Find());
    }

    [Fact]
    public void Named_browser_that_is_not_there_is_an_error_and_not_replaced()
    {
        _files.Add("/usr/bin/chromium");
        _variables["WEATHER_TEST_BROWSER"] = "/opt/mine/chrome";

        Exception failure = Assert.Throws<BrowserNotFoundException>(() => Find());

        Assert.Equal(
            "WEATHER_TEST_BROWSER names /opt/mine/chrome, and there is no such file.",
            failure.Message
        );
    }

    [Fact]
    public void Installed_browser_is_taken_before_Playwrights_and_nothing_is_fetched()
    {
        _files.UnionWith(["/usr/bin/chromium", OfPlaywright, "/usr/bin/apt-get"]);
        (_root, _network) = (true, true);

        Assert.Equal("/usr/bin/chromium", Find());
        Assert.Empty(_done);
    }

    [Fact]
    public void Browser_in_a_folder_of_the_path_is_found()
    {
        string folder = Path.Combine("/home", "me", "bin");
        _variables["PATH"] = $"/bin{Path.PathSeparator}{folder}";
        _files.Add(Path.Combine(folder, "google-chrome"));

        Assert.Equal(Path.Combine(folder, "google-chrome"), Find());
    }

    [Fact]
    public void Playwrights_browser_of_an_earlier_run_is_used_without_a_download()
    {
        _files.Add(OfPlaywright);

        Assert.Equal(OfPlaywright, Find());
        Assert.Empty(_done);
    }

    [Fact]
    public void Playwrights_browser_is_downloaded_when_nothing_is_installed()
    {
        _files.Add("/usr/bin/apt-get");
        (_root, _network) = (true, true);

        Assert.Equal(OfPlaywright, Find());
        Assert.Equal(["download"], _done);
    }

    [Fact]
    public void Debians_package_is_installed_by_root_when_the_download_fails()
    {
        _files.Add("/usr/bin/apt-get");
        _root = true;

        Assert.Equal("/usr/bin/chromium", Find());
        Assert.Equal(["download", "update -qq", "install -y -qq --no-install-recommends chromium"], _done);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Where_none_can_be_had_one_sentence_says_what_to_do(bool root, bool debian)
    {
        _root = root;
        if (debian)
        {
            _files.Add("/usr/bin/apt-get");
        }

        Exception failure = Assert.Throws<BrowserNotFoundException>(() => Find());

        Assert.Equal(
            "No browser was found and none could be fetched: install Debian's package chromium "
                + "(apt-get install chromium) or set WEATHER_TEST_BROWSER to a Chromium executable.",
            failure.Message
        );
        Assert.Equal(["download"], _done);
    }

    private string Find() =>
        BrowserFinder.Find(
            new BrowserProbes
            {
                Variable = name => _variables.GetValueOrDefault(name),
                Exists = _files.Contains,
                PlaywrightPath = () => OfPlaywright,
                DownloadPlaywright = () =>
                {
                    _done.Add("download");
                    return _network && _files.Add(OfPlaywright);
                },
                IsRoot = () => _root,
                Run = (_, arguments) =>
                {
                    _done.Add(string.Join(' ', arguments));
                    if (arguments[0] == "install")
                    {
                        _files.Add("/usr/bin/chromium");
                    }

                    return true;
                },
            }
        );
}
