namespace Weather.Places.Store;

/// <summary>What a key is to its place.</summary>
internal enum KeyKind
{
    /// <summary>A name it is displayed by in some language.</summary>
    Name = 0,

    /// <summary>Another name it is known by.</summary>
    Alternate = 1,

    /// <summary>A name from its second or later word on: "York City".</summary>
    Inner = 2,

    /// <summary>A spelling computed by us. Finds, never resolves, never displayed.</summary>
    Machine = 3,
}
