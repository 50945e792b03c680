namespace Weather.HttpCache.Semantics;

/// <summary>What is computed of a response when it arrives and holds for as long as it is kept.</summary>
/// <param name="Asked">When it was asked for (RFC 9111 4.2.3, request_time).</param>
/// <param name="Received">When it arrived (response_time).</param>
/// <param name="Date">The <c>Date</c> field, or the time of arrival when there is none to be read (RFC 9110 6.6.1).</param>
/// <param name="InitialAge">How old it was then (corrected_initial_age).</param>
/// <param name="Lifetime">For how long it is fresh, counted from its birth (4.2.1).</param>
internal readonly record struct MessageTimes(
    DateTimeOffset Asked,
    DateTimeOffset Received,
    DateTimeOffset Date,
    TimeSpan InitialAge,
    TimeSpan Lifetime
);
