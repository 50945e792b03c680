using Xunit;

namespace Weather.Browser.Tests.Engines;

public sealed class EngineFinderTests
{
    [Fact]
    public void Missing_engine_is_one_sentence_that_says_what_to_install()
    {
        Exception failure = Assert.Throws<BrowserNotFoundException>(() =>
            EngineFinder.First("Firefox", "firefox-esr", ["/no/such/file"])
        );

        Assert.Equal(
            "Firefox was not found, and the widget is tested in three engines: install Debian's package firefox-esr (apt-get install firefox-esr).",
            failure.Message
        );
    }
}
