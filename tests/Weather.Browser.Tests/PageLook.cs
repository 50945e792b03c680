using Microsoft.Playwright;

namespace Weather.Browser.Tests;

/// <summary>Who looks at a page, and through which window.</summary>
internal sealed record PageLook
{
    public string Locale { get; init; } = "en-GB";

    public int Width { get; init; } = 1200;

    public int Height { get; init; } = 900;

    public ForcedColors ForcedColors { get; init; } = ForcedColors.None;

    public ColorScheme ColorScheme { get; init; } = ColorScheme.Light;

    /// <summary>
    /// Addresses (a glob) that get no answer before the page has been painted once. Without it, whether something moves is a
    /// race that a fast machine wins.
    /// </summary>
    public string? HeldUntilPainted { get; init; }

    /// <summary>For tools that must put scripts of their own into the page.</summary>
    public bool BypassPolicy { get; init; }
}
