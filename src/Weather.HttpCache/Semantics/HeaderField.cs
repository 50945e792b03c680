namespace Weather.HttpCache.Semantics;

/// <summary>One field of a message: its name and its lines, in the order they came.</summary>
internal readonly record struct HeaderField(string Name, string[] Lines);
