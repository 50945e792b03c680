namespace Weather.Providers.Budget;

/// <summary>How a request ended, as far as the server's counting goes.</summary>
internal enum RequestEnd
{
    /// <summary>With an answer, good or bad: it is counted, and so is what was sent before it.</summary>
    Answered,

    /// <summary>Without one, at once: nothing of it runs at the server.</summary>
    Failed,

    /// <summary>Given up: the server may still work on it and count it later.</summary>
    Abandoned,

    /// <summary>
    /// Sent on another way, where nobody listens for us: it will be counted, when is not known, and it tells nothing of the others.
    /// </summary>
    Unheard,
}
