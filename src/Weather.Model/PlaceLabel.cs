namespace Weather.Model;

/// <summary>How a place is called in one language. Only verified names; a missing part is null, never guessed.</summary>
public sealed record PlaceLabel(string Name, string? Admin, string? Country);
