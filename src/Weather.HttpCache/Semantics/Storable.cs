namespace Weather.HttpCache.Semantics;

/// <summary>May it be stored, and if not, why.</summary>
internal enum Storable
{
    Yes,
    NotThisStatus,
    NotUnderstood,
    NoStore,
    Private,
    Authorization,
    VariesOnEverything,
    NotWorthIt,
}
