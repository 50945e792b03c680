namespace Weather.Browser.Tests;

/// <summary>Says in one sentence what to install or to set.</summary>
internal sealed class BrowserNotFoundException(string message) : Exception(message);
