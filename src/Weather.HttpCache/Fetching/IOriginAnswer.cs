namespace Weather.HttpCache;

/// <summary>
/// A feature of the contexts that the cache creates. Whoever forwards the request must say through it that an origin answered and how the
/// body is delimited, because the response object cannot show it. What nobody vouched for is passed on and never stored.
/// </summary>
public interface IOriginAnswer
{
    void Began(OriginFraming framing);
}
