namespace Weather.HttpCache.Store;

/// <summary>
/// Stands at a primary key whose answers depend on request fields: which fields, and a generation that is part of the keys of the
/// variants, so that taking the index away takes all of them.
/// </summary>
internal sealed record VaryIndex(string[] Names, long Generation);
