using Weather.Edge.Files;
using Xunit;

namespace Weather.Edge.Tests;

/// <summary>The languages that are cache keys of their own are those of the words that are served.</summary>
public sealed class EdgeLanguagesTests
{
    [Fact]
    public void Languages_are_those_of_the_words_with_their_bare_forms_and_English_first()
    {
        string site = Path.Combine(AppContext.BaseDirectory, "site");
        string[] words =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(site, "words"), "*.json")
                .Select(file => Path.GetFileNameWithoutExtension(file)!)
                .Where(tag => !tag.EndsWith(".more", StringComparison.Ordinal)),
        ];

        IReadOnlyList<string> languages = WidgetFiles.Load(site).Languages;

        Assert.Equal("en", languages[0]);
        Assert.Equal(
            words
                .Concat(words.Select(tag => tag.Split('-')[0]))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
            languages.Order(StringComparer.Ordinal)
        );
    }
}
