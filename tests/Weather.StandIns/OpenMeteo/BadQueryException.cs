namespace Weather.StandIns.OpenMeteo;

/// <summary>Leaves the reading of a query at the first thing that is wrong with it.</summary>
internal sealed class BadQueryException(int status, string message) : Exception(message)
{
    public BadQueryException(string message)
        : this(400, message) { }

    public int Status { get; } = status;
}
