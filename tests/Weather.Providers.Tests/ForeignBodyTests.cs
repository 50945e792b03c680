using NodaTime;
using Weather.Model;
using Weather.Providers.Tests.MetNorway;
using Weather.Providers.Tests.OpenMeteo;
using Xunit;

namespace Weather.Providers.Tests;

/// <summary>Recorded answers of services that we do not ask, given to the adapters of those that we do: a refusal, and never an exception.</summary>
public sealed class ForeignBodyTests
{
    private static readonly Instant Now = Instant.FromUtc(2023, 1, 1, 0, 0);

    [Theory]
    [InlineData("owm")]
    [InlineData("nws")]
    [InlineData("other")]
    public void Body_of_another_service_is_refused(string service)
    {
        string[] files = [.. Directory.EnumerateFiles(Folder(service)).Where(IsBody)];

        Assert.NotEmpty(files);
        Assert.All(
            files,
            file =>
            {
                byte[] body = File.ReadAllBytes(file);
                Assert.IsType<ProviderResult.Refused>(
                    Reading.Bytes(body, GeoPoint.Create(52.52, 13.41), Now)
                );
                Assert.IsType<ProviderResult.Refused>(MetReading.Bytes(body));
            }
        );
    }

    private static bool IsBody(string file) => !file.EndsWith(".headers.json", StringComparison.Ordinal);

    private static string Folder(string service)
    {
        for (
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            string recorded = Path.Combine(folder.FullName, "shared", "fixtures", service);
            if (Directory.Exists(recorded))
            {
                return recorded;
            }
        }

        Assert.Skip("The folder shared/fixtures with recorded answers is not beside the checkout.");
        return "";
    }
}
