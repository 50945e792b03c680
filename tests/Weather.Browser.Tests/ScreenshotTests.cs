using System.Buffers.Binary;
using Microsoft.Playwright;
using Xunit;

namespace Weather.Browser.Tests;

/// <summary>
/// Pictures of the page for the README and for reviewers. They are written to <c>TestResults</c> beside the test program; with
/// <c>WEATHER_UPDATE_SCREENSHOT=1</c> the README's goes to <c>widget/screenshot.png</c>.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class ScreenshotTests(BrowserFixture fixture)
{
    private const int Margin = 24;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Screenshot_for_the_README()
    {
        bool update = Environment.GetEnvironmentVariable("WEATHER_UPDATE_SCREENSHOT") == "1";
        await using PageProbe probe = await PageProbe.OpenAsync(fixture.Browser, fixture.Service);
        ILocator[] widgets = await probe.CitiesShownAsync();

        double bottom = 0;
        foreach (ILocator widget in widgets)
        {
            LocatorBoundingBoxResult box = (await widget.BoundingBoxAsync())!;
            bottom = Math.Max(bottom, box.Y + box.Height);
        }

        byte[] picture = await probe.Page.ScreenshotAsync(
            new PageScreenshotOptions
            {
                FullPage = true,
                Clip = new Clip { Width = 1200, Height = (float)Math.Ceiling(bottom) + Margin },
            }
        );
        await File.WriteAllBytesAsync(
            update ? Checkout.Path("widget", "screenshot.png") : Checkout.Result("screenshot.png"),
            picture,
            Cancel
        );

        AssertPicture(picture, width: 1200);
    }

    [Theory]
    [InlineData("ar", "مراكش", ColorScheme.Light)]
    [InlineData("ar", "مراكش", ColorScheme.Dark)]
    [InlineData("fr", "Casablanca", ColorScheme.Light)]
    [InlineData("fr", "Casablanca", ColorScheme.Dark)]
    public async Task Screenshot_of_a_narrow_column(string language, string place, ColorScheme scheme)
    {
        await using PageProbe probe = await PageProbe.OpenAsync(
            fixture.Browser,
            fixture.Service,
            new PageLook { Width = 340, ColorScheme = scheme }
        );
        await probe.CitiesShownAsync();

        byte[] picture = await probe.Widget(language, place).ScreenshotAsync();
        string file = $"widget-{language}-340-{(scheme is ColorScheme.Dark ? "dark" : "light")}.png";
        await File.WriteAllBytesAsync(Checkout.Result(file), picture, Cancel);

        AssertPicture(picture, width: null);
        Assert.InRange(Width(picture), 200, 340);
    }

    private static void AssertPicture(byte[] picture, int? width)
    {
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        Assert.True(picture.Length > 5_000, $"A picture of {picture.Length} bytes shows nothing.");
        Assert.Equal(width ?? Width(picture), Width(picture));
    }

    /// <summary>Bytes 16 to 19 of every PNG (IHDR).</summary>
    private static int Width(byte[] picture) => BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16));
}
