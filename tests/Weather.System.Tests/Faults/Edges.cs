using Xunit;

namespace Weather.System.Tests.Faults;

/// <summary>
/// The edges that the fault tests share. They run one after the other: two of them at a time on a small machine would measure each other.
/// </summary>
[CollectionDefinition(Name)]
public sealed class Edges : ICollectionFixture<Edges>, IAsyncLifetime
{
    public const string Name = "edges";
    private const int Lanes = 40;

    /// <summary>Waits long for a fetch, and leaves what is in trouble alone for longer than any test takes.</summary>
    internal EdgeProcess Patient { get; private set; } = null!;

    /// <summary>Gives up on a fetch soon, and soon asks again.</summary>
    internal EdgeProcess Hasty { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Task<EdgeProcess> patient = EdgeProcess.StartAsync(
            AppContext.BaseDirectory,
            Lanes,
            CancellationToken.None,
            ("Weather__Edge__Cache__FetchDeadline", "00:01:00"),
            ("Weather__Edge__Cache__ProbeInterval", "01:00:00")
        );
        Task<EdgeProcess> hasty = EdgeProcess.StartAsync(
            AppContext.BaseDirectory,
            Lanes,
            CancellationToken.None,
            ("Weather__Edge__Cache__FetchDeadline", "00:00:00.500"),
            ("Weather__Edge__Cache__SoftDeadline", "00:00:00.050"),
            ("Weather__Edge__Cache__ProbeInterval", "00:00:00.050")
        );
        Patient = await patient;
        Hasty = await hasty;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Patient.DisposeAsync();
        }
        finally
        {
            await Hasty.DisposeAsync();
        }
    }
}
