using BitFaster.Caching.Lru;
using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Store;

/// <summary>
/// Lines that many answers have in common are held once. Of a typical answer that is all but its tag, its purge tags and its
/// trace; a text of its own for each would cost more than the entry.
/// </summary>
internal sealed class FieldPool
{
    private const int Lines = 4096;
    private const int LongestPooled = 256;

    /// <summary>Fields whose lines are made for one answer.</summary>
    private static readonly HashSet<string> Unique = new(StringComparer.OrdinalIgnoreCase)
    {
        "ETag",
        "Cache-Tag",
        "Server-Timing",
        "Set-Cookie",
        "Location",
        "Content-Location",
        "traceparent",
    };

    private readonly FastConcurrentLru<(string, string), HeaderField> _fields = new(Lines);
    private readonly FastConcurrentLru<ResponseDirectives, ResponseDirectives> _directives = new(Lines);

    public static bool IsPooled(HeaderField field) =>
        field.Lines.Length == 1 && field.Lines[0].Length <= LongestPooled && !Unique.Contains(field.Name);

    public HeaderFields Pool(HeaderFields fields) =>
        new([
            .. fields
                .All.ToArray()
                .Select(field =>
                    IsPooled(field)
                        ? _fields.GetOrAdd((field.Name, field.Lines[0]), static (_, own) => own, field)
                        : field
                ),
        ]);

    public ResponseDirectives Pool(ResponseDirectives directives) =>
        directives.FieldsNotKept.Count > 0 ? directives : _directives.GetOrAdd(directives, static own => own);
}
