namespace Weather.Providers.Alerts;

/// <summary>What a message refers to: "sender,identifier,sent sender,identifier,sent", or objects in JSON.</summary>
internal static class CapReferences
{
    /// <returns>The identifiers.</returns>
    public static IReadOnlyList<string> Read(CapNode alert) =>
        [
            .. alert
                .All("references")
                .SelectMany(reference =>
                    reference.Text("identifier") is { } identifier
                        ? [identifier]
                        : (reference.Value ?? "")
                            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                            .Select(Identifier)
                ),
        ];

    private static string Identifier(string reference) =>
        reference.Split(',') is [_, var identifier, _] ? identifier : reference;
}
