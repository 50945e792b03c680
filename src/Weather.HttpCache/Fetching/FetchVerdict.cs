namespace Weather.HttpCache.Fetching;

/// <summary>What became of a fetch.</summary>
internal enum FetchVerdict
{
    /// <summary>The whole answer is here and proven to be whole.</summary>
    Complete,

    /// <summary>An answer that looks whole but cannot be proven to be: passed on, never stored.</summary>
    Unproven,

    /// <summary>Longer than the cache takes.</summary>
    TooLong,

    /// <summary>The origin was not reached, or its answer broke off.</summary>
    Broken,

    /// <summary>The deadline of the cache, or the forwarder's, ended it.</summary>
    TimedOut,

    /// <summary>It did not begin: who would have led it may not ask. That says nothing to those who had joined.</summary>
    Withdrawn,
}
