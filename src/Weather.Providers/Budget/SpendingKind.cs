namespace Weather.Providers.Budget;

/// <summary>What a line of the ledger says.</summary>
internal enum SpendingKind
{
    /// <summary>Written before the request is sent.</summary>
    Sent,

    /// <summary>The server counted another weight than was written: this much is added.</summary>
    Corrected,

    /// <summary>We gave up waiting; the server may still be working on it.</summary>
    Abandoned,
}
