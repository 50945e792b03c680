namespace Weather.Providers;

/// <summary>Why a provider gave nothing. Each kind has one reaction in <see cref="ProviderChain"/>.</summary>
public enum RefusalKind
{
    /// <summary>No answer in time, refused connection, reset.</summary>
    Unreachable,

    /// <summary>5xx or overloaded.</summary>
    Failing,

    /// <summary>A 200 that cannot be believed: text, cut off, all null, impossible values.</summary>
    Poisoned,

    /// <summary>A valid answer for somewhere else.</summary>
    WrongPlace,

    /// <summary>The place is outside what the provider covers.</summary>
    NotCovered,

    /// <summary>429, or our own budget says no.</summary>
    OverQuota,

    /// <summary>401 or 403: stop asking.</summary>
    Forbidden,

    /// <summary>400 or 404 that is our own bug.</summary>
    ContractBroken,
}
