using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Tests.Semantics;

public sealed class StorabilityTests
{
    public static TheoryData<string, int, bool, string> Table =>
        new()
        {
            { "Cache-Control: max-age=60", 200, false, nameof(Storable.Yes) },
            { "Cache-Control: s-maxage=60", 200, false, nameof(Storable.Yes) },
            { "Expires: @60", 200, false, nameof(Storable.Yes) },
            { "Expires: @60", 599, false, nameof(Storable.Yes) },
            { "Cache-Control: max-age=60", 500, false, nameof(Storable.Yes) },
            { "Last-Modified: @-60", 200, false, nameof(Storable.Yes) },
            { "Last-Modified: @-60", 500, false, nameof(Storable.NotWorthIt) },
            { "ETag: \"a\"", 200, false, nameof(Storable.Yes) },
            { "Cache-Control: no-cache\nETag: \"a\"", 200, false, nameof(Storable.Yes) },
            { "Cache-Control: max-age=0, stale-while-revalidate=9", 200, false, nameof(Storable.Yes) },
            { "Cache-Control: max-age=0, stale-if-error=9", 200, false, nameof(Storable.Yes) },
            { "Cache-Control: stale-while-revalidate=0", 200, false, nameof(Storable.NotWorthIt) },
            { "Cache-Control: stale-if-error=0", 200, false, nameof(Storable.NotWorthIt) },
            { "", 200, false, nameof(Storable.NotWorthIt) },
            { "Cache-Control: max-age=0", 200, false, nameof(Storable.NotWorthIt) },
            { "Cache-Control: max-age=60\nAge: 90", 200, false, nameof(Storable.NotWorthIt) },
            { "Cache-Control: max-age=60", 206, false, nameof(Storable.NotThisStatus) },
            { "Cache-Control: max-age=60", 304, false, nameof(Storable.NotThisStatus) },
            { "Cache-Control: max-age=60, no-store", 200, false, nameof(Storable.NoStore) },
            { "Cache-Control: max-age=60, No-Store", 200, false, nameof(Storable.NoStore) },
            { "Cache-Control: max-age=60, no-store, must-understand", 200, false, nameof(Storable.Yes) },
            { "Cache-Control: max-age=60, must-understand", 599, false, nameof(Storable.NotUnderstood) },
            { "Cache-Control: max-age=60, private", 200, false, nameof(Storable.Private) },
            { "Cache-Control: max-age=60, private=\"X-Name\"", 200, false, nameof(Storable.Yes) },
            { "CDN-Cache-Control: private\nCache-Control: max-age=60", 200, false, nameof(Storable.Private) },
            {
                "CDN-Cache-Control: no-store\nCache-Control: max-age=60",
                200,
                false,
                nameof(Storable.NoStore)
            },
            { "CDN-Cache-Control: max-age=60\nCache-Control: no-store", 200, false, nameof(Storable.Yes) },
            { "Cache-Control: max-age=60\nVary: *", 200, false, nameof(Storable.VariesOnEverything) },
            { "Cache-Control: max-age=60\nVary: a, *", 200, false, nameof(Storable.VariesOnEverything) },
            { "Cache-Control: max-age=60\nVary:\nVary: *", 200, false, nameof(Storable.VariesOnEverything) },
            { "Cache-Control: max-age=60\nVary: a", 200, false, nameof(Storable.Yes) },
            { "Cache-Control: max-age=60", 200, true, nameof(Storable.Authorization) },
            { "Cache-Control: max-age=60, public", 200, true, nameof(Storable.Yes) },
            { "Cache-Control: max-age=60, must-revalidate", 200, true, nameof(Storable.Yes) },
            { "Cache-Control: s-maxage=60", 200, true, nameof(Storable.Yes) },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_response_is_stored_or_not_for_its_reason(
        string fields,
        int status,
        bool credentials,
        string verdict
    ) => Assert.Equal(verdict, Storability.Judge(Messages.Of(fields, status), credentials).ToString());

    [Fact]
    public void Fields_that_a_directive_names_are_not_kept() =>
        Assert.Equal(
            ["C", "Cache-Control"],
            Messages
                .Of("Cache-Control: private=\"A\", no-cache=\"b, X\", max-age=9\nA: 1\nB: 2\nC: 3")
                .WithoutUnkept()
                .Fields.All.ToArray()
                .Select(field => field.Name)
                .Order(StringComparer.Ordinal)
        );
}
