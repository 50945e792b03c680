using System.Globalization;
using System.Text;

namespace Weather.Model;

/// <summary>
/// The weather of one hour or day: a kind, an intensity (0 where the kind has none, else 1 light, 2 moderate,
/// 3 heavy), flags and a severity that orders conditions so that a day can show its worst hour.
/// </summary>
public readonly record struct Condition(
    ConditionKind Kind,
    int Intensity = 0,
    ConditionFlags Flags = ConditionFlags.None,
    int Severity = 0
)
{
    private static readonly ConditionFlags[] CodeOrder =
    [
        ConditionFlags.Freezing,
        ConditionFlags.Showers,
        ConditionFlags.Grains,
        ConditionFlags.Pellets,
        ConditionFlags.Drifting,
        ConditionFlags.Dust,
        ConditionFlags.Hail,
        ConditionFlags.Thunder,
    ];

    /// <summary>
    /// The wire name: <c>kind[-flag…][-intensity]</c>, for example <c>clear</c>, <c>rain-2</c>,
    /// <c>rain-showers-thunder-3</c>, <c>thunder-hail-2</c>. A reader that lacks a code drops its last part and
    /// tries again (<c>rain-showers-3</c>, <c>rain-showers</c>, <c>rain</c>), so every code has words and a picture.
    /// </summary>
    public string Code
    {
        get
        {
            var code = new StringBuilder(
                Kind switch
                {
                    ConditionKind.MostlyClear => "mostly_clear",
                    ConditionKind.PartlyCloudy => "partly_cloudy",
                    _ => Kind.ToString().ToLowerInvariant(),
                }
            );
            foreach (ConditionFlags flag in CodeOrder)
            {
                bool said = flag == ConditionFlags.Thunder && Kind == ConditionKind.Thunder;
                if (Flags.HasFlag(flag) && !said)
                {
                    code.Append('-').Append(flag.ToString().ToLowerInvariant());
                }
            }

            if (Intensity > 0)
            {
                code.Append('-').Append(Intensity.ToString(CultureInfo.InvariantCulture));
            }

            return code.ToString();
        }
    }
}
