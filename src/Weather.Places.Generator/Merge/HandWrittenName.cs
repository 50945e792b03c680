namespace Weather.Places.Generator.Merge;

/// <summary>A name of our tables.</summary>
/// <param name="Place">Whose it is.</param>
/// <param name="Language">In which language.</param>
/// <param name="Name">As the table has it.</param>
/// <param name="By">Letters of those who write it so (see <see cref="Evidence"/>); empty if nobody is named.</param>
internal sealed record HandWrittenName(Settlement Place, string Language, string Name, string By)
{
    /// <summary>The letters of one language in a cell such as "ar:HLD fr:HG".</summary>
    public static string Letters(string cell, string language) =>
        cell.Split(' ').FirstOrDefault(part => part.StartsWith($"{language}:", StringComparison.Ordinal))
            is { } part
            ? part[(language.Length + 1)..]
            : string.Empty;
}
