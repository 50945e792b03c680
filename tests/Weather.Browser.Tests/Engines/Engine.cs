namespace Weather.Browser.Tests.Engines;

/// <summary>A browser that shows a page and runs a script in it: what the three engines have in common.</summary>
internal interface IEngine : IAsyncDisposable
{
    /// <summary>Opens a page and waits until an expression is true.</summary>
    Task OpenAsync(Uri page, string until);

    /// <summary>Waits until an expression is true on the page that is open.</summary>
    Task WaitAsync(string until);

    /// <summary>Goes back in the history, as the button does, and waits until an expression is true there.</summary>
    Task BackAsync(string until);

    /// <summary>Types into a field, as a visitor does.</summary>
    Task FillAsync(string selector, string text);

    Task ClickAsync(string selector);

    /// <summary>The page on paper as PDF, with the grounds that browsers leave out unless they are asked.</summary>
    Task<byte[]> PrintAsync();

    /// <returns>What the function body returns, as text.</returns>
    Task<string> RunAsync(string body);
}
