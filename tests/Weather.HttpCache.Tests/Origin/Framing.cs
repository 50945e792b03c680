namespace Weather.HttpCache.Tests.Origin;

public enum Framing
{
    ContentLength,
    Chunked,
    UntilClose,
}
