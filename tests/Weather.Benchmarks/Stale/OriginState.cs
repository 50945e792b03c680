using Weather.HttpCache.Tests.Origin;
using Weather.System.Tests.Faults;

namespace Weather.Benchmarks.Stale;

/// <summary>What an origin does when it is asked again for what is stored and stale.</summary>
internal sealed record OriginState(string Name, Func<Lane, ValueTask> BeginAsync)
{
    private static readonly Task Never = new TaskCompletionSource().Task;
    private static readonly Reply New = Reply.Of("new", Contract.Fresh);

    public static IReadOnlyList<OriginState> All { get; } =
    [
        Says("fast", _ => New),
        Says("slow (500 ms)", _ => New with { Barrier = Task.Delay(TimeSpan.FromMilliseconds(500)) }),
        Says("503", _ => Reply.Of("down") with { Status = 503 }),
        Says("hangs", _ => New with { Barrier = Never }),
        Says("resets", _ => New with { CutAfter = 0, Reset = true }),
        new("refuses", lane => lane.KillOriginAsync()),
    ];

    private static OriginState Says(string name, Func<Asked, Reply> script) =>
        new(
            name,
            lane =>
            {
                lane.Origin.Script = script;
                return ValueTask.CompletedTask;
            }
        );
}
