using System.Text;
using System.Text.RegularExpressions;

namespace Weather.Providers.Recording;

/// <summary>Takes keys out of what is written down: every known secret wherever it stands, and whatever a URL calls a key.</summary>
internal sealed partial class Redaction
{
    public const string Mark = "REDACTED";

    private readonly string[] _secrets;

    public Redaction(IEnumerable<string?> secrets) =>
        _secrets = [
            .. secrets
                .Where(secret => !string.IsNullOrEmpty(secret))
                .SelectMany(secret => new[] { secret!, Uri.EscapeDataString(secret!) })
                .Distinct(StringComparer.Ordinal),
        ];

    public string Text(string text) => Secrets(KeyParameter().Replace(text, Mark));

    /// <returns>The same array when there is nothing to take out.</returns>
    public byte[] Body(byte[] body) =>
        Array.Exists(_secrets, secret => body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0)
            ? Encoding.UTF8.GetBytes(Secrets(Encoding.UTF8.GetString(body)))
            : body;

    private string Secrets(string text) =>
        _secrets.Aggregate(text, (left, secret) => left.Replace(secret, Mark, StringComparison.Ordinal));

    [GeneratedRegex(
        @"(?<=[?&;](api_?key|appid|app_id|key|token|access_token|client_secret|signature)=)[^&;#\s""]*",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex KeyParameter();
}
