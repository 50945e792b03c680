namespace Weather.HttpCache;

/// <summary>How an origin's answer is framed on its connection.</summary>
/// <param name="Status">The status that the origin sent.</param>
/// <param name="DelimitsItself">Chunked, or HTTP/2 and later: the end of the body is told, not guessed from the connection's end.</param>
/// <param name="ContentLength">The declared length, if any.</param>
public sealed record OriginFraming(int Status, bool DelimitsItself, long? ContentLength);
