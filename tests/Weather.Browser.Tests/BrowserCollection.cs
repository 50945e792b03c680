using Weather.Browser.Tests.Engines;
using Xunit;

namespace Weather.Browser.Tests;

/// <summary>Tests that share browsers, one after the other: a page that competes for the processor shifts by itself.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>, ICollectionFixture<EnginesFixture>
{
    public const string Name = "browser";
}
