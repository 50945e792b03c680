namespace Weather.HttpCache.Semantics;

/// <summary>A response as it arrived: status, fields, and when it was asked for and received. The body is elsewhere.</summary>
internal sealed class Message
{
    public Message(int status, HeaderFields fields, DateTimeOffset asked, DateTimeOffset received)
    {
        Status = status;
        Fields = fields;
        Asked = asked;
        Received = received;
        Directives = ResponseDirectives.Of(fields);
        Date = HttpDate.TryRead(fields.Single("Date"), received, out DateTimeOffset date) ? date : received;
        InitialAge = AgeCalculation.Initial(this);
        Lifetime = Freshness.Lifetime(this);
    }

    private Message(Message computed, HeaderFields fields, ResponseDirectives directives)
    {
        Status = computed.Status;
        Fields = fields;
        Asked = computed.Asked;
        Received = computed.Received;
        Directives = directives;
        Date = computed.Date;
        InitialAge = computed.InitialAge;
        Lifetime = computed.Lifetime;
    }

    public int Status { get; }
    public HeaderFields Fields { get; }
    public DateTimeOffset Asked { get; }
    public DateTimeOffset Received { get; }
    public ResponseDirectives Directives { get; }

    /// <summary>The <c>Date</c> field, or the time of arrival when there is none to be read (RFC 9110 6.6.1).</summary>
    public DateTimeOffset Date { get; }

    public TimeSpan InitialAge { get; }
    public TimeSpan Lifetime { get; }

    /// <summary>RFC 9111 4.2.3: current_age.</summary>
    public TimeSpan AgeAt(DateTimeOffset now) =>
        InitialAge + (now > Received ? now - Received : TimeSpan.Zero);

    public TimeSpan TimeLeftAt(DateTimeOffset now) => Lifetime - AgeAt(now);

    /// <summary>The same with other fields but all that was computed from the old ones.</summary>
    public Message Holding(HeaderFields fields, ResponseDirectives directives) =>
        new(this, fields, directives);

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
