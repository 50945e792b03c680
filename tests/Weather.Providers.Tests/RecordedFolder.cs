using Xunit;

namespace Weather.Providers.Tests;

/// <summary>
/// Real answers, recorded by others. They lie beside the checkout where they may be; the project neither has nor needs them, and a test
/// without them says so.
/// </summary>
internal static class RecordedFolder
{
    public static string Find(params string[] below)
    {
        for (
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            string recorded = Path.Combine([folder.FullName, "shared", "fixtures", .. below]);
            if (Directory.Exists(recorded))
            {
                return recorded;
            }
        }

        Assert.Skip("The folder shared/fixtures with recorded answers is not beside the checkout.");
        return "";
    }
}
