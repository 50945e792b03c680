using Xunit;

namespace Weather.Browser.Tests;

/// <summary>Tests that share one browser, one after the other: a page that competes for the processor shifts by itself.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}
