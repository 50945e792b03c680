namespace Weather.Places.Generator.Inputs;

/// <summary>One package the gazetteer is made from: exactly this version with exactly these bytes.</summary>
/// <param name="Kind">"npm" or "deb".</param>
/// <param name="Name">Name in its registry.</param>
/// <param name="Version">Version; for Debian with the architecture after a colon where it matters.</param>
/// <param name="Integrity">"sha512-" and Base64 as npm writes it, or "sha256-" and hex as Debian does.</param>
/// <param name="Use">What it is taken for.</param>
/// <param name="Licence">Licence of the data.</param>
internal sealed record InputPin(
    string Kind,
    string Name,
    string Version,
    string Integrity,
    string Use,
    string Licence
)
{
    public string FileName =>
        Kind == "npm"
            ? $"{Name.TrimStart('@').Replace('/', '-')}-{Version}.tgz"
            : $"{Name}_{Version.Split(':')[0]}.deb";

    public static IReadOnlyList<InputPin> All { get; } =
    [
        .. Tables
            .Rows("inputs.tsv")
            .Select(row => new InputPin(row[0], row[1], row[2], row[3], row[4], row[5])),
    ];

    public static InputPin Of(string name) => All.Single(pin => pin.Name == name);
}
