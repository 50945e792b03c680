namespace Weather.HttpCache.Fetching;

/// <summary>Where a flight stands among those under way, and the key it is for; they differ when it is for one request alone.</summary>
internal readonly record struct FlightKey(string InMap, string Full);
