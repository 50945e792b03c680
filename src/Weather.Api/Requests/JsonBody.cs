namespace Weather.Api.Requests;

/// <summary>A <see cref="Body"/> of JSON.</summary>
internal sealed class JsonBody(byte[] utf8, Freshness freshness, string? cacheTags = null)
    : Body(utf8, "application/json; charset=utf-8", freshness, cacheTags);
