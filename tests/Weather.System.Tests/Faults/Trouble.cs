using Weather.HttpCache.Tests.Origin;

namespace Weather.System.Tests.Faults;

/// <summary>Ways in which an origin gives no whole answer.</summary>
internal static class Trouble
{
    /// <summary>Starts with one that says it is fresh, so that it would be served if it were taken for an answer.</summary>
    private static readonly Reply New = Reply.Of(new string('n', 1000), Contract.Fresh);

    public static async Task StartAsync(Lane lane, string how)
    {
        switch (how)
        {
            case "refused":
                await lane.KillOriginAsync();
                break;
            case "reset":
                lane.Origin.Script = _ => New with { CutAfter = 0, Reset = true };
                break;
            case "cut":
                lane.Origin.Script = _ => New with { CutAfter = New.HeadLength + 500 };
                break;
            case "cut chunk":
                lane.Origin.Script = _ =>
                    New with
                    {
                        Framing = Framing.Chunked,
                        CutAfter = (New with { Framing = Framing.Chunked }).HeadLength + 500,
                    };
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(how), how, "An unknown trouble.");
        }
    }
}
