using Xunit;

namespace Weather.Providers.Tests;

/// <summary>Answers that others recorded. They lie beside the checkout where they may be; the project neither has nor needs them.</summary>
internal static class Recorded
{
    /// <summary>Skips the test, saying so, where the file is not there.</summary>
    public static string File(string provider, string name)
    {
        for (
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            string recorded = Path.Combine(folder.FullName, "shared", "fixtures", provider, name);
            if (System.IO.File.Exists(recorded))
            {
                return recorded;
            }
        }

        Assert.Skip($"The recorded answer shared/fixtures/{provider}/{name} is not beside the checkout.");
        return "";
    }
}
