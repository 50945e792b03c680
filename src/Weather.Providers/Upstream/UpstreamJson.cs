using System.Text.Json;
using System.Text.Unicode;

namespace Weather.Providers.Upstream;

/// <summary>Bytes to JSON for every upstream: no deeper than 16, and every text in it readable.</summary>
internal static class UpstreamJson
{
    public const int Deepest = 16;

    private static readonly JsonDocumentOptions Document = new() { MaxDepth = Deepest };
    private static readonly JsonReaderOptions Reader = new() { MaxDepth = Deepest };

    /// <returns>Null when the bytes are not one whole JSON value.</returns>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return IsText(body.Span) ? JsonDocument.Parse(body, Document) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The parser takes bytes that are no UTF-8, and half a surrogate pair; reading such a text later would throw.</summary>
    private static bool IsText(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            return false;
        }

        if (body.IndexOf("\\u"u8) < 0)
        {
            return true;
        }

        var reader = new Utf8JsonReader(body, Reader);
        try
        {
            while (reader.Read())
            {
                if (
                    reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                    && reader.ValueIsEscaped
                )
                {
                    _ = reader.GetString();
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
