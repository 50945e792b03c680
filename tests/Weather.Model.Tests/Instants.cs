using NodaTime;
using NodaTime.Text;

namespace Weather.Model.Tests;

internal static class Instants
{
    /// <param name="utc">For example <c>2026-03-08T05:00:00</c>.</param>
    public static Instant Of(string utc) => InstantPattern.General.Parse($"{utc}Z").Value;
}
