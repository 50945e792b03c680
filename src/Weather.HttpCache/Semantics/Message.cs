namespace Weather.HttpCache.Semantics;

/// <summary>A response as it arrived: status, fields, and when it was asked for and received. The body is elsewhere.</summary>
internal sealed class Message
{
    public Message(int status, HeaderFields fields, DateTimeOffset asked, DateTimeOffset received)
    {
        Status = status;
        Fields = fields;
        Directives = ResponseDirectives.Of(fields);
        DateTimeOffset date = HttpDate.TryRead(fields.Single("Date"), received, out DateTimeOffset read)
            ? read
            : received;
        Times = new MessageTimes(asked, received, date, TimeSpan.Zero, TimeSpan.Zero);
        Times = Times with { InitialAge = AgeCalculation.Initial(this), Lifetime = Freshness.Lifetime(this) };
    }

    /// <summary>One that arrived before, with all that was computed then.</summary>
    public Message(int status, HeaderFields fields, ResponseDirectives directives, in MessageTimes times)
    {
        Status = status;
        Fields = fields;
        Directives = directives;
        Times = times;
    }

    public int Status { get; }
    public HeaderFields Fields { get; }
    public ResponseDirectives Directives { get; }
    public MessageTimes Times { get; }

    public DateTimeOffset Asked => Times.Asked;
    public DateTimeOffset Received => Times.Received;
    public DateTimeOffset Date => Times.Date;
    public TimeSpan InitialAge => Times.InitialAge;
    public TimeSpan Lifetime => Times.Lifetime;

    /// <summary>RFC 9111 4.2.3: current_age.</summary>
    public TimeSpan AgeAt(DateTimeOffset now) =>
        InitialAge + TimeSpan.FromTicks(Math.Max(0, (now - Received).Ticks));

    public TimeSpan TimeLeftAt(DateTimeOffset now) => Lifetime - AgeAt(now);

    /// <summary>A shared answer carries no cookie to those it was not made for.</summary>
    public Message WithoutCookies() => Fields.Has("Set-Cookie") ? Without(["Set-Cookie"]) : this;

    /// <summary>Without the fields that <c>private="…"</c> and <c>no-cache="…"</c> name.</summary>
    public Message WithoutUnkept() =>
        Directives.FieldsNotKept.Count > 0 ? Without(Directives.FieldsNotKept) : this;

    private Message Without(IReadOnlyList<string> names) =>
        new(
            Status,
            Fields.Where(field => !names.Contains(field.Name, StringComparer.OrdinalIgnoreCase)),
            Asked,
            Received
        );
}
