using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Fetching;

/// <summary>
/// The exact condition under which a body is whole (RFC 9112 8, RFC 9113 8.1.1). Status 200 proves nothing: a forwarder whose
/// origin breaks off after the first byte leaves 200 and aborts the client instead. HTTP/2 does not check the length for us, and a
/// body that ends with its connection is never provably whole.
/// </summary>
internal static class Completeness
{
    public static FetchVerdict Judge(in FetchEnd end)
    {
        if (end.TooLong)
        {
            return FetchVerdict.TooLong;
        }

        if (end.TimedOut)
        {
            return FetchVerdict.TimedOut;
        }

        if (end.Threw || end.Aborted || end.ReportedFailed)
        {
            return FetchVerdict.Broken;
        }

        if (end.Framing is not { } framing)
        {
            return FetchVerdict.Unproven;
        }

        if (framing.Status != end.Status)
        {
            return FetchVerdict.Broken;
        }

        if (end.Method == "HEAD" || StatusCodes.HasNoContent(end.Status))
        {
            return end.Received == 0 ? FetchVerdict.Complete : FetchVerdict.Broken;
        }

        if (framing.ContentLength is { } length)
        {
            return end.Received == length ? FetchVerdict.Complete : FetchVerdict.Broken;
        }

        return framing.DelimitsItself ? FetchVerdict.Complete : FetchVerdict.Unproven;
    }
}
