namespace Weather.HttpCache.Semantics;

/// <summary>How old a response was when it arrived (RFC 9111 4.2.3).</summary>
internal static class AgeCalculation
{
    public static TimeSpan Initial(Message message)
    {
        TimeSpan apparent = message.Received - message.Date;
        TimeSpan corrected = Field(message.Fields) + (message.Received - message.Asked);
        return TimeSpan.FromTicks(Math.Max(apparent.Ticks, corrected.Ticks));
    }

    /// <summary>
    /// The <c>Age</c> field: the first member of a list (5.1), parameters ignored. A value that is no number makes the age unknown, and
    /// what is of unknown age is stale: 4.2.1 encourages that, 5.1 would rather ignore the field. We take the one that cannot serve
    /// an old answer as new.
    /// </summary>
    private static TimeSpan Field(HeaderFields fields)
    {
        string[] lines = fields.Lines("Age");
        if (lines.Length == 0)
        {
            return TimeSpan.Zero;
        }

        string first = lines[0].Split(',', ';')[0].Trim();
        return DeltaSeconds.TryRead(first, out TimeSpan age) ? age : DeltaSeconds.Most;
    }
}
