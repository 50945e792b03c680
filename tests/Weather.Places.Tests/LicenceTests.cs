using Xunit;

namespace Weather.Places.Tests;

/// <summary>What may be in the file, and that each source is named wherever its licence asks for it.</summary>
public sealed class LicenceTests
{
    private static readonly string[] Allowed = ["CC BY 4.0", "Unicode-3.0", "MIT", "Apache-2.0"];

    private static readonly string Notice = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "Tables/NOTICE.md")
    );

    [Fact]
    public void Every_input_has_a_licence_that_lets_us_ship_it()
    {
        string[][] inputs = [.. Loaded.Table("Tables/inputs.tsv").Skip(1)];

        Assert.NotEmpty(inputs);
        Assert.All(inputs, row => Assert.Contains(row[5], Allowed, StringComparer.Ordinal));
    }

    [Fact]
    public void The_file_was_made_from_the_pinned_inputs_and_from_nothing_else()
    {
        IEnumerable<string> pinned = Loaded
            .Table("Tables/inputs.tsv")
            .Skip(1)
            .Select(row => $"{row[1]} {row[2]} ({row[5]})");

        Assert.True(pinned.SequenceEqual(Loaded.Gazetteer.Provenance, StringComparer.Ordinal));
    }

    [Fact]
    public void The_notice_names_every_input_with_its_version_and_licence()
    {
        foreach (string[] row in Loaded.Table("Tables/inputs.tsv").Skip(1))
        {
            string[] lines =
            [
                .. Notice.Split('\n').Where(line => line.Contains($"`{row[1]}`", StringComparison.Ordinal)),
            ];

            Assert.Contains(
                lines,
                line =>
                    line.Contains(row[2].Split(':')[0], StringComparison.Ordinal)
                    && line.Contains($"| {row[5]} |", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void The_notice_and_the_credits_name_the_same_licences()
    {
        Assert.Equal(
            Allowed.Order(StringComparer.Ordinal),
            PlacesCredits
                .Sources.Select(source => source.Licence)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
        Assert.All(
            PlacesCredits.Sources,
            source => Assert.Contains(source.Text.Split(' ')[0], Notice, StringComparison.Ordinal)
        );
    }
}
