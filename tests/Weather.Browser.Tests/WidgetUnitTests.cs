using System.Diagnostics;
using Xunit;

namespace Weather.Browser.Tests;

/// <summary>The widget's own tests and its types, which Node checks: one command runs everything.</summary>
public sealed class WidgetUnitTests
{
    [Theory]
    [InlineData("test")]
    [InlineData("check")]
    public async Task Script_of_the_widget_passes(string script)
    {
        using Process npm = Process.Start(
            new ProcessStartInfo("npm", ["run", "--silent", script])
            {
                WorkingDirectory = Checkout.Path("widget"),
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        Task<string> output = npm.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> errors = npm.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await npm.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(npm.ExitCode == 0, $"npm run {script}\n{await output}\n{await errors}");
    }
}
